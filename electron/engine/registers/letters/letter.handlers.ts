import { described } from '#shared/described/all.ts'
import { AppError } from '#shared/errors.ts'
import type { letterProcedures } from '#shared/registers/letters/letter.contract.ts'
import { textOfLetter } from '#shared/registers/letters/letter-words.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { kindOf } from '../../described/kind-of.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { activitiesSearched, composeArticle15, readArticle15 } from './article15.ts'
import { composeLetter } from './compose-letter.ts'
import { sendLetter } from './send-letter.ts'
import { changeTemplate, previewTemplate } from './templates.ts'
import { writeLetter } from './write-letter.ts'

export const letterHandlers: HandlersFor<typeof letterProcedures> = {
  'letters.compose': async ({ db, lookups, today }, { register, id, letter, version }) => {
    const record = await getRecord(db, kindOf(register), id)
    return composeLetter(db, record, { register, letter, version }, await lookups(), today)
  },

  'letters.record': async (ctx, { register, id, letter, version, sentOn }) => {
    const { db, ledger, lookups, newId, today } = ctx
    const record = await getRecord(db, kindOf(register), id)
    const which = { register, letter, version }
    const wording = textOfLetter(await composeLetter(db, record, which, await lookups(), today))
    const letterId = newId()
    const entry = { id: letterId, kind: letter, madeOn: today, sentOn, wording }
    const letters = [...(record['letters'] as object[]), entry]
    const parsed = described(register).schema.safeParse({ ...record, letters })
    if (!parsed.success)
      throw new AppError(
        'invalid',
        'The letter is longer than a note can keep. Shorten the reasons, or record it as sent, which keeps it whole.',
      )
    await ledger.put(kindOf(register), { ...record, letters })
    return { letterId }
  },

  'letters.send': sendLetter,

  'letters.write': writeLetter,

  'letters.composeArticle15': ({ db, today }, { id, version }) => composeArticle15(db, id, today, version),

  'letters.activities': async ({ db, lookups }, { id }) => {
    const request = (await getRecord(db, kindOf('requests'), id)) as unknown as RequestRecord
    const searched = await activitiesSearched(db, id)
    const places = new Map(searched.map(({ activity, place }) => [activity.id as string, place]))
    const { activities } = await readArticle15(db, request, await lookups())
    const isThere = new Set(activities.map((activity) => activity.id))
    const others = searched.map(({ activity }) => activity).filter((one) => !isThere.has(one.id))
    return [...activities, ...others].map((activity) => {
      const place = places.get(activity.id)
      return {
        id: activity.id,
        reference: activity.reference,
        name: activity.name,
        isChosen: request.activityIds.includes(activity.id),
        because: place === undefined ? '' : `Searched: ${place}`,
      }
    })
  },

  'letters.previewTemplate': previewTemplate,

  'letters.changeTemplate': changeTemplate,
}
