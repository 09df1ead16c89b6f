import { AppError } from '#shared/errors.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { SentNotice } from '#shared/registers/breaches/kept.ts'
import { isToTell } from '#shared/registers/breaches/letters/who-gets-one.ts'
import { LETTER_VERSIONS, versionFor, versionLabel } from '#shared/registers/breaches/letters/versions.ts'
import type { sentNoticeProcedures } from '#shared/registers/breaches/sent-notices.contract.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { kindOf } from '../../described/kind-of.ts'
import { seal } from '../../described/seal.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { composed, type LetterRoom, letterRoom, letterTo, peopleOf, sortedOut } from './breach-letters.ts'
import { getBreach } from './get-breach.ts'

type Handler = HandlersFor<typeof sentNoticeProcedures>['breaches.recordNotices']
type Context = Parameters<Handler>[0]
type Asked = Parameters<Handler>[1]
type Made = Pick<SentNotice, 'count' | 'recipients' | 'wordings'>

/**
 * Keeps letters or a notice as they were made, sealed; what was sent also says so in the breach, and where asked for
 * with each person.
 *
 * @throws AppError when nobody gets a letter, the controller is not one of the breach, or it would be sent later than now
 */
export const recordNotices: Handler = async (ctx, asked) => {
  const { db, ledger, lookups, newId, now, today, actor } = ctx
  if (asked.sentAt && asked.sentAt > now)
    throw new AppError(
      'rule',
      'A letter or notice cannot have been sent in the future. Give the time at which it went out.',
    )
  const breach = await getBreach(db, asked.id)
  const room = letterRoom(breach, await lookups(), today)
  const people = asked.kind === 'letters' ? writtenTo(await peopleOf(db, breach.id), asked.recipients) : []
  const made = await whatWasMade(ctx, room, asked, people)
  const noticeId = newId()
  const { kind, sentAt, how } = asked
  const notice: SentNotice = seal({ id: noticeId, kind, madeAt: now, madeBy: actor, sentAt, how, ...made })
  await ledger.put(kindOf('breaches'), {
    ...breach,
    ...toldFields(breach, asked),
    sentNotices: [...breach.sentNotices, notice],
  } as unknown as AnyRecord)
  if (asked.marksTold && sentAt)
    // Who was told before stays told as it was then.
    for (const person of people.filter(isToTell))
      await ledger.put(kindOf('recipients'), {
        ...person,
        state: 'told',
        toldAt: sentAt,
        toldHow: 'letter',
        toldBy: actor,
      } as unknown as AnyRecord)
  return { noticeId, count: made.count }
}

function writtenTo(people: readonly Recipient[], asked: readonly string[] | null): readonly Recipient[] {
  const { written } = sortedOut(people, asked)
  if (written.length > 0) return written
  throw new AppError('rule', 'No letter goes to anybody, so there is nothing to record.')
}

async function whatWasMade(
  { db }: Context,
  room: LetterRoom,
  { kind, controller }: Asked,
  people: readonly Recipient[],
): Promise<Made> {
  switch (kind) {
    case 'letters':
      return {
        count: people.length,
        recipients: people.map(({ id }) => id),
        wordings: wordingsOf(room, people),
      }
    case 'publicNotice': {
      const letter = await composed(db, room, { what: 'publicNotice' })
      return { count: 0, recipients: [], wordings: [{ version: 'Public notice', letter }] }
    }
    case 'controllerNotice': {
      if (!controller) throw new AppError('invalid', 'Choose the controller that was told.')
      const letter = await composed(db, room, { what: 'controllerNotice', controller })
      const name = room.lookups.organisations.get(controller)?.legalName ?? 'The controller'
      return { count: 1, recipients: [controller], wordings: [{ version: name, letter }] }
    }
  }
}

/** Each version that somebody got, without the person. */
function wordingsOf(room: LetterRoom, people: readonly Recipient[]): SentNotice['wordings'] {
  const used = new Set(people.map(versionFor))
  return LETTER_VERSIONS.filter(({ value }) => used.has(value)).map(({ value }) => ({
    version: versionLabel(value),
    letter: letterTo(room, null, value),
  }))
}

/** What the breach itself says of it: the first time counts. */
function toldFields(breach: Breach, { kind, sentAt }: Asked): Partial<Breach> {
  if (!sentAt) return {}
  if (kind === 'controllerNotice') return breach.controllerToldAt ? {} : { controllerToldAt: sentAt }
  return breach.peopleToldAt ? {} : { peopleToldAt: sentAt }
}
