import { compileForms, findForms, prepare } from '#shared/cases/needles/find-form.ts'
import { textShape } from '#shared/cases/mark-shapes.ts'
import type { Mark } from '#shared/cases/mark.ts'
import { AppError } from '#shared/errors.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { recordChange } from '../changes.ts'
import { prepared } from '../import/prepared.ts'
import type { CaseStore } from '../open-cases.ts'
import { unpackWords } from '../page-texts.ts'
import { uncoveredWords } from '../people/decide-person.ts'
import { reopening } from '../people/reopen.ts'
import { isWithin, joined, type Place } from '../people/places.ts'
import { type Exclusions, exclusionsOf } from '../terms/exclusions.ts'
import { whileAlone } from './alone.ts'
import { bringIn, letGo, newBundle, putAway, stage } from './bundles.ts'
import { getMark, rowOfNew, textOf, type Who } from './mark-rows.ts'

/** Pages that are looked through between two breaths of the program, and written together. */
const AT_ONCE = 200

/**
 * Proposes a mark wherever the words of a mark stand, in one step to undo. What an exclusion covers is spared, and what
 * has a mark already, or of which somebody said that it stays, gets no second one.
 */
export async function markLike(store: CaseStore, id: number, who: Who, step: Progress) {
  const like = getMark(store, id)
  if (like.shape.kind !== 'text')
    throw new AppError(
      'rule',
      'Only marks of words can be looked for elsewhere. Copy the marks of the page instead.',
    )
  const words = textOf(store, like.page)
    .slice(like.shape.start, like.shape.end)
    .replaceAll(/\s+/gu, ' ')
    .trim()
  if (words.length < 2) throw new AppError('rule', 'These words are too short to be looked for elsewhere.')
  const compiled = compileForms([{ text: words, kind: 'alias' }])
  const find = (text: string) =>
    joined(findForms(prepare(text), compiled).map(({ start, end }): Place => [start, end]))
  return whileAlone(store, async () => {
    letGo(store)
    const bundle = newBundle(store)
    const exclusions = exclusionsOf(store)
    const added: number[] = []
    const uncovered: number[] = []
    let pages = 0
    const all = Uint32Array.from(
      store.raw
        .prepare<[], number>(`select page from page_texts where text <> '' order by page`)
        .pluck()
        .all(),
    )
    for (let from = 0; from < all.length; from += AT_ONCE) {
      await step(from, all.length, 'Looking for the same words')
      store.raw.transaction(() => {
        for (const page of all.subarray(from, from + AT_ONCE)) {
          const { rows, isWhole } = proposals(store, page, like, find, exclusions)
          if (!isWhole) uncovered.push(page)
          if (rows.length === 0) continue
          added.push(...stage(store, bundle, rows, who))
          pages += 1
        }
      })()
    }
    const reopen = reopening(
      store,
      { pages: [], says: '' },
      { pages: uncovered, says: uncoveredWords(`“${words}”`) },
    )
    if (added.length > 0 || uncovered.length > 0)
      recordChange(
        store,
        { ...who, says: `Looked for “${words}”` },
        [...bringIn(bundle), ...reopen.forward],
        [...reopen.backward, ...putAway(bundle, added)],
      )
    return { proposed: added.length, pages }
  })
}

type Known = { readonly text_start: number; readonly text_end: number }

function proposals(
  store: CaseStore,
  page: number,
  like: Mark,
  find: (text: string) => readonly Place[],
  exclusions: Exclusions,
) {
  const text = textOf(store, page)
  const found = find(text)
  if (found.length === 0) return { rows: [], isWhole: true }
  const known = [
    ...exclusions.of(text).map(({ place }) => place),
    ...prepared<Known>(
      store.raw,
      'select text_start, text_end from marks where page = ? and text_start is not null',
    )
      .all(page)
      .map(({ text_start, text_end }): Place => [text_start, text_end]),
  ]
  const row = prepared<{ words: Buffer }>(store.raw, 'select words from page_texts where page = ?').get(page)
  const words = row ? unpackWords(row.words) : []
  const left = found.filter((place) => !isWithin(place, known))
  const rows = left.flatMap(([start, end]) => {
    const shape = textShape(words, start, end)
    return shape
      ? [
          rowOfNew({
            ...like,
            page,
            shape,
            target: { kind: 'plain' },
            origin: 'copy',
            state: 'proposed',
            term: null,
          }),
        ]
      : []
  })
  return { rows, isWhole: rows.length === left.length }
}
