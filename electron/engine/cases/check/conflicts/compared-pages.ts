import { z } from 'zod'
import { MarkShape } from '#shared/cases/mark.ts'
import {
  type Cover,
  coveredRanges,
  isRemoved,
  lettersOfText,
  type Passage,
  passagesOf,
} from '#shared/cases/passages.ts'
import type { PageWords } from '#shared/cases/page.ts'
import { RemovedArea } from '#shared/cases/removal.ts'
import { exemptionLabel } from '#shared/law/exemptions/exemptions.ts'
import type { CaseStore } from '../../open-cases.ts'
import { unpackWords } from '../../page-texts.ts'

/** A page that somebody decided about: it is handed over, or was, or is withheld. */
export type ComparedPage = {
  readonly id: number
  readonly flag: 'release' | 'withhold'
  readonly flag_because: string
  readonly exemption: string
  readonly fingerprint: string
  /** 1 where it was handed over before. */
  readonly was_released: 0 | 1
}

const COLUMNS = `id, flag, flag_because, exemption, fingerprint,
  id in (select page from temp.released_pages) as was_released`
/** One that is to be looked at again is not decided. */
const DECIDED = `flag in ('release', 'withhold') and reopened = ''`
const AT_ONCE = 100

/** The pages of a case that are decided, in order and a hundred at a time. Asks for `released_pages` to be filled. */
export function* comparedPages({ raw }: CaseStore): Generator<readonly ComparedPage[]> {
  const after = raw.prepare<[number, number], ComparedPage>(
    `select ${COLUMNS} from pages where id > ? and ${DECIDED} order by id limit ?`,
  )
  for (let last = 0; ;) {
    // Nothing is left under way between two batches, so that the case can be worked on meanwhile.
    const pages = after.all(last, AT_ONCE)
    if (pages.length === 0) return
    last = pages.at(-1)!.id
    yield pages
  }
}

/** The decided pages of a case with the same words as another page, and decided the other way. */
export function decidedOtherwise(
  { raw }: CaseStore,
  { fingerprint, flag }: Pick<ComparedPage, 'fingerprint' | 'flag'>,
): ComparedPage[] {
  if (fingerprint === '') return []
  return raw
    .prepare<[string, string], ComparedPage>(
      `select ${COLUMNS} from pages where fingerprint = ? and flag <> ? and ${DECIDED} order by id`,
    )
    .all(fingerprint, flag)
}

/** Something that is removed from a page, and why in words. */
type Removed = { readonly cover: Cover; readonly because: string }

/** A passage of a page, whether it is removed there, and why. */
export type ReadPassage = Passage & {
  readonly isRemoved: boolean
  /** Why, and what it says in short: asked for only where it is told. */
  readonly because: () => string
  readonly says: () => string
}

/** The passages of a page that is handed over; what was handed over before is told as it was then. */
export function passagesOn(store: CaseStore, page: Pick<ComparedPage, 'id' | 'was_released'>): ReadPassage[] {
  const found = wordsOf(store, page.id)
  if (!found) return []
  const removed = page.was_released === 1 ? removedThen(store, page.id) : removedNow(store, page.id)
  const words: PageWords = {
    text: found.text,
    // The boxes of words are only needed where a place is covered, and reading them takes the longest.
    words: removed.some(({ cover }) => cover.kind === 'box') ? unpackWords(found.words) : [],
  }
  const ranges = coveredRanges(
    removed.map(({ cover }) => cover),
    words,
  )
  const letters = lettersOfText(found.text)
  return passagesOf(found.text, letters).map((passage) => {
    const isGone = ranges.length > 0 && isRemoved(passage, letters, ranges)
    return {
      ...passage,
      isRemoved: isGone,
      because: () => (isGone ? becauseOf(removed, passage, words) : ''),
      says: () => inShort(found.text.slice(passage.start, passage.end)),
    }
  })
}

/** The packs first, which are few: `pack_pages` is found by both numbers only. */
const OF_PACKS = `from packs cross join pack_pages on pack_pages.pack = packs.id and pack_pages.page = ?
  where packs.released_at is not null`

/** Whether anything is removed from a page; quicker than reading it. */
export function hasRemovals({ raw }: CaseStore, { id, was_released }: ComparedPage): boolean {
  const sql = was_released
    ? `select 1 ${OF_PACKS} limit 1`
    : `select 1 from marks where page = ? and state = 'accepted' limit 1`
  return raw.prepare<[number]>(sql).get(id) !== undefined
}

function wordsOf({ raw }: CaseStore, page: number) {
  return raw
    .prepare<[number], { text: string; words: Buffer }>('select text, words from page_texts where page = ?')
    .get(page)
}

type MarkRow = { shape: string; label: string; exemption: string; reason: string }

function removedNow({ raw }: CaseStore, page: number): Removed[] {
  return raw
    .prepare<[number], MarkRow>(
      `select shape, label, exemption, reason from marks where page = ? and state = 'accepted' order by id`,
    )
    .all(page)
    .map(({ shape, ...said }) => ({ cover: MarkShape.parse(JSON.parse(shape)), because: inWords(said) }))
}

const Areas = z.array(RemovedArea)

/** What was removed when a page was handed over, as it was frozen. */
function removedThen({ raw }: CaseStore, page: number): Removed[] {
  const areas = raw
    .prepare<[number], string>(`select areas ${OF_PACKS} order by packs.id desc limit 1`)
    .pluck()
    .get(page)
  if (areas === undefined) return []
  return Areas.parse(JSON.parse(areas)).map(({ boxes, ...said }) => ({
    cover: boxes.length === 0 ? { kind: 'page' } : { kind: 'box', boxes },
    because: inWords(said),
  }))
}

function becauseOf(removed: readonly Removed[], { start, end }: Passage, words: PageWords): string {
  const own = removed.find(({ cover }) =>
    coveredRanges([cover], words).some(([from, to]) => from < end && to > start),
  )
  return own?.because ?? ''
}

/** Why something is not disclosed: its label, its exemption and the reason, as far as they are known. */
export function inWords({ label, exemption, reason }: Omit<MarkRow, 'shape'>): string {
  const ground = exemption === '' ? '' : exemptionLabel(exemption)
  return [label, ground, reason].filter((one) => one !== '').join('; ')
}

const SHOWN = 90

function inShort(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).trimEnd()}…`
}
