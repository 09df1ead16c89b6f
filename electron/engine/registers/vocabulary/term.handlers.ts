import { AppError } from '#shared/errors.ts'
import { replaceId } from '#shared/records/merge-terms.ts'
import type { vocabularyProcedures } from '#shared/registers/vocabulary/term.contract.ts'
import { newTerm, TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { kinds } from '../../records/kinds.ts'
import { fold } from '../../records/kind.ts'
import { countActivities, refuseWhileUsed, whereUsed } from '../../records/links.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor, WriteContext } from '../../rpc/context.ts'
import { termKind } from './term.kind.ts'

export const vocabularyHandlers: HandlersFor<typeof vocabularyProcedures> = {
  'vocabulary.list': async ({ db }, { vocabulary }) => {
    const uses = await countActivities(db, 'vocabulary')
    const all = await allRecords(db, termKind)
    return all
      .filter((term) => !vocabulary || term.vocabulary === vocabulary)
      .map((term) => ({ ...term, uses: uses.get(term.id) ?? 0 }))
  },

  'vocabulary.get': ({ db }, { id }) => getRecord(db, termKind, id),

  'vocabulary.whereUsed': ({ db }, { id }) => whereUsed(db, 'vocabulary', id),

  'vocabulary.create': async (context, { vocabulary, name }) => {
    const term = newTerm(TermId.parse(context.newId()), vocabulary, name)
    await refuseSameName(context, term)
    await context.ledger.put(termKind, term)
    return { id: term.id }
  },

  'vocabulary.change': async (context, { id, changes }) => {
    const term = termKind.schema.parse({ ...(await getRecord(context.db, termKind, id)), ...changes })
    await refuseSameName(context, term)
    await context.ledger.put(termKind, term)
    return term
  },

  'vocabulary.merge': async ({ db, ledger }, { from, into }) => {
    const [gone, kept] = [await getRecord(db, termKind, from), await getRecord(db, termKind, into)]
    if (gone.id === kept.id) throw new AppError('rule', 'A term cannot be merged into itself.')
    if (gone.vocabulary !== kept.vocabulary)
      throw new AppError(
        'rule',
        `“${gone.name}” and “${kept.name}” are in different lists, so they cannot be merged.`,
      )
    const records = new Map((await whereUsed(db, 'vocabulary', from)).map((use) => [use.id, use]))
    for (const { register, id } of records.values()) {
      const kind = kinds[register]
      await ledger.put(kind, replaceId(await getRecord(db, kind, id), from, into))
    }
    const synonyms = [...new Set([...kept.synonyms, gone.name, ...gone.synonyms])].filter(
      (name) => name !== kept.name,
    )
    await ledger.put(termKind, { ...kept, synonyms })
    await ledger.remove(termKind, from)
    return { recordsChanged: records.size }
  },

  'vocabulary.remove': async ({ db, ledger }, { id }) => {
    await refuseWhileUsed(db, 'vocabulary', id)
    await ledger.remove(termKind, id)
    return {}
  },
}

/** Two terms of one list must not bear the same name: nobody could tell which was meant. */
async function refuseSameName(
  { lookups }: WriteContext,
  { id, vocabulary, name }: { id: string; vocabulary: string; name: string },
): Promise<void> {
  const same = [...(await lookups()).terms.values()].find(
    (other) => other.id !== id && other.vocabulary === vocabulary && fold(other.name) === fold(name),
  )
  if (!same) return
  throw new AppError('invalid', `The list already has “${same.name}”.`, {
    fields: { name: 'This name is already in the list' },
  })
}
