import { AppError } from '#shared/errors.ts'
import { RedactionTerm, type TermSaid } from '#shared/cases/redaction-term.ts'
import { findExemption } from '#shared/law/exemptions/exemptions.ts'
import { recordChange, type Step } from '../changes.ts'
import { whileAlone } from '../marks/alone.ts'
import { bringIn, newBundle, putAway } from '../marks/bundles.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { takeNumber } from '../people/person-rows.ts'
import { checkPattern } from './patterns.ts'
import { exclusionsOf } from './exclusions.ts'
import { type PlacedAgain, pagesSpared, placeAgain } from './place-again.ts'

/** The saved terms of a case, in the order in which they were saved. */
export function listTerms({ raw }: CaseStore): RedactionTerm[] {
  return raw
    .prepare('select * from terms order by id')
    .all()
    .map((row) => RedactionTerm.parse(row))
}

/** A saved term; throws `not-found`. */
export function getTerm({ raw }: CaseStore, id: number): RedactionTerm {
  const row = raw.prepare('select * from terms where id = ?').get(id)
  if (!row) throw new AppError('not-found', 'This term is not saved any more. Open the list again.')
  return RedactionTerm.parse(row)
}

/**
 * Saves a term, new or changed, in one step to undo; says its number. An exclusion that says something else now spares
 * nothing until it is looked for again: whom it let stay is marked. Throws `invalid` where its pattern is none.
 */
export async function saveTerm(
  store: CaseStore,
  id: number | null,
  said: TermSaid,
  who: Who,
): Promise<number> {
  const old = id === null ? null : getTerm(store, id)
  if (said.kind === 'pattern') checkPattern(store, said.text)
  if (said.exemption !== '' && !findExemption(said.exemption))
    throw new AppError(
      'rule',
      `There is no exemption “${said.exemption}” in the library. Choose one of its list.`,
    )
  return whileAlone(store, async () => {
    const isSame = old?.kind === said.kind && old.text === said.text
    const number = id ?? takeNumber(store, 'terms')
    const counts = isSame ? { hits: old.hits, pages: old.pages } : { hits: null, pages: null }
    const now = { id: number, ...said, ...counts }
    const again =
      old?.kind === 'exclude' && !isSame
        ? await markSpared(store, number, who)
        : { forward: [], backward: [] }
    recordChange(
      store,
      { ...who, says: `Saved the term “${said.text}”` },
      [old ? update(now) : insert(now), ...again.forward],
      [...again.backward, old ? update(old) : remove(number)],
    )
    return number
  })
}

/** Marks everybody withheld whom an exclusion let stay, as the others have it. */
const markSpared = (store: CaseStore, id: number, who: Who): Promise<PlacedAgain> =>
  placeAgain(store, pagesSpared(store, id), exclusionsOf(store, id), who, () => Promise.resolve())

/**
 * Takes a term away with what it only proposed, in one step to undo; what was accepted or rejected stays. Where an
 * exclusion goes, everybody withheld whom it let stay is marked.
 */
export async function removeTerm(store: CaseStore, id: number, who: Who): Promise<void> {
  const term = getTerm(store, id)
  await whileAlone(store, async () => {
    const marks = store.raw
      .prepare<[number], { id: number; state: string }>(
        'select id, state from marks where term = ? order by id',
      )
      .all(id)
    const proposed = marks.filter(({ state }) => state === 'proposed').map((mark) => mark.id)
    const kept = marks.filter(({ state }) => state !== 'proposed').map((mark) => mark.id)
    const again = term.kind === 'exclude' ? await markSpared(store, id, who) : { forward: [], backward: [] }
    const away = newBundle(store)
    recordChange(
      store,
      { ...who, says: `Removed the term “${term.text}”` },
      [...putAway(away, proposed), ofTerm(kept, null), remove(id), ...again.forward],
      [...again.backward, insert(term), ofTerm(kept, id), ...bringIn(away)],
    )
  })
}

const COLUMNS = 'kind = ?, text = ?, exemption = ?, reason = ?, label = ?, hits = ?, pages = ?'

const valuesOf = ({ kind, text, exemption, reason, label, hits, pages }: RedactionTerm) => [
  kind,
  text,
  exemption,
  reason,
  label,
  hits,
  pages,
]

const insert = (term: RedactionTerm): Step => ({
  sql: `insert into terms (kind, text, exemption, reason, label, hits, pages, id) values (?, ?, ?, ?, ?, ?, ?, ?)`,
  values: [...valuesOf(term), term.id],
})

const update = (term: RedactionTerm): Step => ({
  sql: `update terms set ${COLUMNS} where id = ?`,
  values: [...valuesOf(term), term.id],
})

const remove = (id: number): Step => ({ sql: 'delete from terms where id = ?', values: [id] })

const ofTerm = (marks: readonly number[], term: number | null): Step => ({
  sql: 'update marks set term = ? where id in (select value from json_each(?))',
  values: [term, JSON.stringify(marks)],
})
