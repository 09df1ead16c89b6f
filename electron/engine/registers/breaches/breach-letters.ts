import { AppError } from '#shared/errors.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { controllerNotice } from '#shared/registers/breaches/letters/controller-notice.ts'
import { personLetter } from '#shared/registers/breaches/letters/person-letter.ts'
import { publicNotice } from '#shared/registers/breaches/letters/public-notice.ts'
import { type LetterVersion, versionFor } from '#shared/registers/breaches/letters/versions.ts'
import { isToTell, whyNoLetter } from '#shared/registers/breaches/letters/who-gets-one.ts'
import type { NoticeAsked } from '#shared/registers/breaches/sent-notices.contract.ts'
import type { LetterWorld } from '#shared/registers/letters/letter-frame.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import { regulatorOn } from '#shared/registers/settings/settings.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import type { Lookups } from '../../records/lookups.ts'
import { getRecord, rowsOf } from '../../records/store.ts'

/** Everybody to tell of a breach, by reference number. */
export async function peopleOf(db: ReadDb, breach: string): Promise<readonly Recipient[]> {
  const kind = kindOf('recipients')
  const rows = await rowsOf(db, kind)
    .select('body')
    .where('here.id', 'in', (links) =>
      links
        .selectFrom('links')
        .select('record')
        .where('register', '=', 'recipients')
        .where('target', '=', breach),
    )
    .execute()
  return rows
    .map(({ body }) => kind.schema.parse(JSON.parse(body)) as unknown as Recipient)
    .toSorted((a, b) => inOrder.compare(a.reference, b.reference))
}

const inOrder = new Intl.Collator('en-GB', { numeric: true })

/** Somebody who gets no letter, and why. */
export type LeftOut = Pick<Recipient, 'id' | 'reference' | 'name'> & { readonly because: string }

/** Who gets a letter of those asked for, or of all who are still to be told, and who does not. */
export function sortedOut(
  people: readonly Recipient[],
  asked: readonly string[] | null,
): { readonly written: readonly Recipient[]; readonly leftOut: readonly LeftOut[] } {
  const chosen = people.filter((person) => (asked ? asked.includes(person.id) : isToTell(person)))
  return {
    written: chosen.filter((person) => whyNoLetter(person) === null),
    leftOut: chosen.flatMap((person) => {
      const because = whyNoLetter(person)
      const { id, reference, name } = person
      return because ? [{ id, reference, name, because }] : []
    }),
  }
}

/** What the letters of a breach are written from, read once for all of them. */
export type LetterRoom = {
  readonly breach: Breach
  readonly world: LetterWorld
  readonly lookups: Lookups
}

/** The breach with its organisation and the regulator of the day. */
export function letterRoom(breach: Breach, lookups: Lookups, today: PlainDate): LetterRoom {
  const organisation = lookups.organisations.get(breach.organisationId ?? '') ?? null
  return { breach, lookups, world: { today, organisation, regulator: regulatorOn(lookups.settings, today) } }
}

/** The letter to a person in the version chosen for them, or in another. */
export function letterTo(
  { breach, world }: LetterRoom,
  person: Recipient | null,
  version: LetterVersion | null,
): Letter {
  return personLetter(version ?? (person ? versionFor(person) : 'standard'), { breach, person, world })
}

/** Any letter or notice of a breach. */
export async function composed(db: ReadDb, room: LetterRoom, asked: NoticeAsked): Promise<Letter> {
  const { breach, world, lookups } = room
  const facts = { breach, world, nameOfTerm: (id: string) => lookups.terms.get(id)?.name }
  switch (asked.what) {
    case 'letter':
      return letterTo(
        room,
        asked.recipient ? await personOf(db, breach.id, asked.recipient) : null,
        asked.version,
      )
    case 'publicNotice':
      return publicNotice(facts)
    case 'controllerNotice':
      if (!breach.controllerIds.includes(asked.controller))
        throw new AppError(
          'rule',
          'This controller is not among the controllers to tell. Add it to the breach first.',
        )
      return controllerNotice(facts, lookups.organisations.get(asked.controller) ?? null)
  }
}

async function personOf(db: ReadDb, breach: string, id: string): Promise<Recipient> {
  const person = (await getRecord(db, kindOf('recipients'), id)) as unknown as Recipient
  if (person.breachId !== breach)
    throw new AppError('rule', `${person.reference} is not told of this breach.`)
  return person
}
