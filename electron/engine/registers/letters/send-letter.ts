import { AppError } from '#shared/errors.ts'
import type { letterProcedures } from '#shared/registers/letters/letter.contract.ts'
import { missingIn, textOfLetter, textOfPieces } from '#shared/registers/letters/letter-words.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { daysSetBy } from '#shared/registers/requests/letter-days.ts'
import { SentLetter } from '#shared/registers/requests/sent-letter.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { kindOf } from '../../described/kind-of.ts'
import { seal } from '../../described/seal.ts'
import { letterPdfSha256 } from '../../pdf/write-letter.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { composeRequestLetter } from './compose-letter.ts'

/**
 * Keeps a letter as it was sent, sealed: its content with every source, its text, and the hash of its PDF.
 *
 * @throws AppError when it would be sent later than now, or while something stands in brackets and no reason is given
 */
export const sendLetter: HandlersFor<typeof letterProcedures>['letters.send'] = async (ctx, asked) => {
  const { db, ledger, lookups, newId, now, actor } = ctx
  const { id, letter: kind, version, sentAt, how } = asked
  if (sentAt > now)
    throw new AppError(
      'rule',
      'A letter cannot have been sent in the future. Give the time at which it went out.',
    )
  const request = (await getRecord(db, kindOf('requests'), id)) as unknown as RequestRecord
  const day = ukDayOf(sentAt)
  const letter = await composeRequestLetter(db, request, { kind, version }, await lookups(), day)
  const missing = missingIn(letter).map(({ label }) => label)
  const incompleteBecause = missing.length > 0 ? asked.incompleteBecause.trim() : ''
  if (missing.length > 0 && incompleteBecause === '')
    throw new AppError(
      'rule',
      `Something still stands in brackets: ${missing.join('; ')}. Fill it in, or say why the letter went out without it.`,
    )
  const letterId = newId()
  const entry = {
    id: letterId,
    kind,
    version,
    sentAt,
    sentBy: asked.sentBy.trim() || actor,
    how,
    to: letter.to.map(textOfPieces).join('\n'),
    incompleteBecause,
    recordedAt: now,
    letter,
    wording: textOfLetter(letter),
    pdfSha256: await letterPdfSha256(letter, now),
  }
  const kept = SentLetter.safeParse(seal(entry))
  if (!kept.success)
    throw new AppError('invalid', 'The letter is longer than a record can keep. Shorten its reasons.')
  await ledger.put(kindOf('requests'), {
    ...request,
    ...(asked.setsDays && daysSetBy(kind, request, day, how)),
    sentLetters: [...request.sentLetters, kept.data],
  } as never)
  return { letterId }
}
