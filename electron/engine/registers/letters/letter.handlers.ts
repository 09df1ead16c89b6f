import { described } from '#shared/described/all.ts'
import { deadlineContext } from '#shared/described/deadline-context.ts'
import { AppError } from '#shared/errors.ts'
import { complaintLetter, findComplaintLetter } from '#shared/registers/complaints/letters.ts'
import type { ComplaintRecord } from '#shared/registers/complaints/complaint.fields.ts'
import type { letterProcedures, LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { textOfLetter } from '#shared/registers/letters/letter-words.ts'
import { findRequestLetter, requestLetter } from '#shared/registers/requests/letters.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { regulatorOn } from '#shared/registers/settings/settings.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import { writeLetterPdf } from '../../pdf/write-letter.ts'
import { type Lookups, readLookups } from '../../records/lookups.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const letterHandlers: HandlersFor<typeof letterProcedures> = {
  'letters.compose': async ({ db, lookups, today }, { register, id, letter }) =>
    composed(await getRecord(db, kindOf(register), id), register, letter, await lookups(), today),

  'letters.record': async ({ db, ledger, lookups, newId, today }, { register, id, letter, sentOn }) => {
    const record = await getRecord(db, kindOf(register), id)
    const wording = textOfLetter(composed(record, register, letter, await lookups(), today))
    const letterId = newId()
    const entry = { id: letterId, kind: letter, madeOn: today, sentOn, wording }
    const letters = [...(record['letters'] as object[]), entry]
    const parsed = described(register).schema.safeParse({ ...record, letters })
    if (!parsed.success)
      throw new AppError(
        'invalid',
        'The letter is longer than a record can keep. Shorten the reasons, and note it again.',
      )
    await ledger.put(kindOf(register), { ...record, letters })
    return { letterId }
  },

  'letters.write': async (ctx, { register, id, letter, to, asAt }) => {
    ctx.mayUse(to)
    const db = await ctx.readDb(asAt)
    const today = asAt ?? ctx.today
    const content = await ctx.atRest(() => read(db, register, id, letter, today))
    let pages = 0
    const written = await putInPlace(to, ctx.step, async (path) => {
      pages = await writeLetterPdf(content, ctx.now, path)
    })
    return { ...written, pages }
  },
}

async function read(
  db: ReadDb,
  register: LetterRegister,
  id: string,
  letter: string,
  today: PlainDate,
): Promise<Letter> {
  const record = await getRecord(db, kindOf(register), id)
  return composed(record, register, letter, await readLookups(db, today), today)
}

/** The letter as it reads on a day. */
function composed(
  record: object,
  register: LetterRegister,
  letter: string,
  { organisations, settings }: Lookups,
  today: PlainDate,
): Letter {
  const { organisationId } = record as RequestRecord
  const organisation = organisations.get(organisationId ?? '') ?? null
  const world = { today, organisation, regulator: regulatorOn(settings, today) }
  if (register === 'complaints') {
    const kind = findComplaintLetter(letter)
    if (kind) return complaintLetter(kind, record as ComplaintRecord, world)
  } else {
    const kind = findRequestLetter(letter)
    const context = deadlineContext(settings, (one) => organisations.get(one ?? '')?.nation)
    if (kind) return requestLetter(kind, record as RequestRecord, world, context)
  }
  throw new AppError(
    'invalid',
    `There is no letter called “${letter}” for ${described(register).label.toLowerCase()}.`,
  )
}
