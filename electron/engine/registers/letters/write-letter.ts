import { writeFile } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import type { letterProcedures } from '#shared/registers/letters/letter.contract.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { SentLetter } from '#shared/registers/requests/sent-letter.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import { writeLetterPdf } from '../../pdf/write-letter.ts'
import { readLookups } from '../../records/lookups.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { composeLetter } from './compose-letter.ts'
import { letterDocx } from './letter-docx.ts'

/** Writes a letter to a file; one that was sent gives the bytes whose hash was kept. */
export const writeLetter: HandlersFor<typeof letterProcedures>['letters.write'] = async (ctx, asked) => {
  const { register, id, letter, version, sentId, format, to, asAt } = asked
  ctx.mayUse(to)
  const db = await ctx.readDb(asAt)
  const today = asAt ?? ctx.today
  const content = await ctx.atRest(async (): Promise<{ letter: Letter; madeAt: Instant }> => {
    if (sentId) {
      const sent = await sentLetter(db, id, sentId)
      return { letter: sent.letter, madeAt: sent.recordedAt }
    }
    const record = await getRecord(db, kindOf(register), id)
    const which = { register, letter, version }
    return {
      letter: await composeLetter(db, record, which, await readLookups(db, today), today),
      madeAt: ctx.now,
    }
  })
  let pages = 0
  const written = await putInPlace(to, ctx.step, async (path) => {
    if (format === 'docx') await writeFile(path, await letterDocx(content.letter), { mode: 0o600 })
    else pages = await writeLetterPdf(content.letter, content.madeAt, path)
  })
  return { ...written, pages }
}

async function sentLetter(db: ReadDb, id: string, sentId: string): Promise<SentLetter> {
  const { sentLetters } = (await getRecord(db, kindOf('requests'), id)) as unknown as RequestRecord
  const sent = sentLetters.find((one) => one.id === sentId)
  if (!sent) throw new AppError('not-found', 'This letter is not among those sent for this request.')
  return sent
}
