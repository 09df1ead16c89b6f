import { AppError } from '#shared/errors.ts'
import { PAGE_FLAGS, type PageFlag } from '#shared/cases/page.ts'
import { findExemption } from '#shared/law/exemptions/exemptions.ts'
import { type ChangeNote, recordChange, type Step } from './changes.ts'
import type { CaseStore } from './open-cases.ts'
import { placesIn } from './places.ts'

/** A decision about pages as wholes; null takes it away. */
export type FlagSaid = {
  readonly flag: PageFlag | null
  readonly because: string
  /** The code of an exemption, with what is withheld; else empty. */
  readonly exemption: string
}

type Who = Omit<ChangeNote, 'says'>

/** Flags pages in one step to undo; says how many. Throws where a page is not there or the exemption is unknown. */
export function flagPages(store: CaseStore, pages: readonly number[], said: FlagSaid, who: Who): number {
  const wanted = [...new Set(pages)].toSorted((one, other) => one - other)
  const says = `${wordOf(said.flag)}: ${inWords(store, wanted)}`
  recordChange(store, { ...who, says }, [flagStep(wanted, checked(said), who)], wayBack(store, wanted))
  return wanted.length
}

/** Flags the pages of a document that have no flag yet; says how many, and how many kept theirs. */
export function flagDocument(store: CaseStore, document: number, said: FlagSaid, who: Who) {
  const pages = store.raw
    .prepare<[number], { id: number; flag: string | null }>(
      'select id, flag from pages where document = ? order by id',
    )
    .all(document)
  if (pages.length === 0) throw new AppError('not-found', 'This document is not in the case any more.')
  const open = pages.filter(({ flag }) => flag === null).map(({ id }) => id)
  if (open.length > 0) flagPages(store, open, said, who)
  return { flagged: open.length, kept: pages.length - open.length }
}

/** Flags the pages of runs `[first, last]`, which hold nothing but pages that are meant. */
const SET_FLAG = `update pages set flag = ?, flag_because = ?, exemption = ?, flagged_at = ?, flagged_by = ?,
  reopened = ?
  where id in (select pages.id from json_each(?) as run
    join pages on pages.id between run.value ->> 0 and run.value ->> 1)`

/** The step that flags pages, or takes their flag away. */
export function flagStep(pages: readonly number[], said: FlagSaid, { at, by }: Who): Step {
  const stamp = said.flag === null ? [null, ''] : [at, by]
  return {
    sql: SET_FLAG,
    values: [said.flag, said.because, said.exemption, ...stamp, '', JSON.stringify(runsOf(pages))],
  }
}

type Old = {
  readonly id: number
  readonly flag: string | null
  readonly flag_because: string
  readonly exemption: string
  readonly flagged_at: string | null
  readonly flagged_by: string
  readonly reopened: string
}

/** How the pages were before: a step for each decision, its pages as runs, so that many pages take little room. */
export function wayBack({ raw }: CaseStore, pages: readonly number[]): Step[] {
  const olds = raw
    .prepare<[string], Old>(
      `select id, flag, flag_because, exemption, flagged_at, flagged_by, reopened from pages
       where id in (select value from json_each(?)) order by id`,
    )
    .all(JSON.stringify(pages))
  if (olds.length < pages.length)
    throw new AppError('not-found', 'Some of these pages are not in the case any more. Nothing was changed.')
  const decisions = new Map<string, number[]>()
  for (const { id, ...old } of olds) {
    const key = JSON.stringify([
      old.flag,
      old.flag_because,
      old.exemption,
      old.flagged_at,
      old.flagged_by,
      old.reopened,
    ])
    const ids = decisions.get(key)
    if (ids) ids.push(id)
    else decisions.set(key, [id])
  }
  return [...decisions].map(([key, ids]) => ({
    sql: SET_FLAG,
    values: [...(JSON.parse(key) as (string | null)[]), JSON.stringify(runsOf(ids))],
  }))
}

/** Sorted numbers as runs of neighbours, so that many pages take little room. */
export function runsOf(ids: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const id of ids) {
    const last = runs.at(-1)
    if (last?.[1] === id - 1) last[1] = id
    else runs.push([id, id])
  }
  return runs
}

function checked(said: FlagSaid): FlagSaid {
  if (said.flag === null) return { flag: null, because: '', exemption: '' }
  if (said.exemption === '') return said
  if (said.flag !== 'withhold')
    throw new AppError(
      'rule',
      'An exemption goes with pages that are withheld. Leave it out, or withhold them.',
    )
  if (!findExemption(said.exemption))
    throw new AppError(
      'rule',
      `There is no exemption “${said.exemption}” in the library. Choose one of its list.`,
    )
  return said
}

const wordOf = (flag: PageFlag | null) =>
  PAGE_FLAGS.find(({ value }) => value === flag)?.label ?? 'Not reviewed'

function inWords(store: CaseStore, pages: readonly number[]): string {
  const places = placesIn(store)
  const place = (page: number) => places.of(page).toLocaleString('en-GB')
  const [first, last] = [pages[0]!, pages.at(-1)!]
  if (pages.length === 1) return `page ${place(first)}`
  if (places.of(last) - places.of(first) === pages.length - 1)
    return `pages ${place(first)} to ${place(last)}`
  return `${pages.length.toLocaleString('en-GB')} pages`
}
