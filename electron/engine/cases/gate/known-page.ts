import { MarkShape } from '#shared/cases/mark.ts'
import type { Word } from '#shared/cases/page.ts'
import type { KnownPage } from '#shared/cases/proof/gate-needles.ts'
import { BLOT } from '#shared/cases/proof/seek-removed.ts'
import type { RemovedArea } from '#shared/cases/removal.ts'
import type { CaseStore } from '../open-cases.ts'
import { unpackWords } from '../page-texts.ts'
import type { PageToProve } from './file-to-prove.ts'

/** A word counts as removed when a mark covers this share of it: what is left of it is no word any more. */
const COVERED = 0.2

/** Makes a function that gives what has to be known of a page to prove it: what is removed, and what may stay. */
export function knownPages({ raw }: CaseStore): (page: PageToProve) => KnownPage {
  const textOf = raw.prepare<[number], { text: string; words: Buffer }>(
    'select text, words from page_texts where page = ?',
  )
  const exceptionsOf = raw.prepare<[number], { person: number | null; shape: string }>(
    `select person, shape from marks where page = ? and state = 'rejected'`,
  )
  return ({ page, casePage, removal }) => {
    const row = textOf.get(casePage)
    const text = row?.text ?? ''
    const words = row ? unpackWords(row.words) : []
    const areas = removal?.areas ?? []
    const stays = areas.length === 0 ? [] : words.filter((word) => !isRemoved(word, areas))
    return {
      page,
      areas: [...areas],
      stays: areas.length === 0 ? '' : blotted(text, words, areas),
      words: stays,
      excepted: exceptionsOf.all(casePage).map(({ person, shape }) => ({
        person,
        text: textUnder(MarkShape.parse(JSON.parse(shape)), text, words),
      })),
    }
  }
}

function isRemoved(word: Word, areas: readonly RemovedArea[]): boolean {
  const size = (word.right - word.left) * (word.bottom - word.top)
  return areas.some(
    ({ boxes }) =>
      boxes.length === 0 ||
      boxes.some((box) => {
        const width = Math.min(word.right, box.right) - Math.max(word.left, box.left)
        const height = Math.min(word.bottom, box.bottom) - Math.max(word.top, box.top)
        return width > 0 && height > 0 && width * height > size * COVERED
      }),
  )
}

function blotted(text: string, words: readonly Word[], areas: readonly RemovedArea[]): string {
  if (areas.some(({ boxes }) => boxes.length === 0)) return ''
  const pieces: string[] = []
  let at = 0
  for (const word of words) {
    if (!isRemoved(word, areas)) continue
    pieces.push(text.slice(at, word.start), BLOT.repeat(word.end - word.start))
    at = word.end
  }
  return pieces.join('') + text.slice(at)
}

function textUnder(shape: MarkShape, text: string, words: readonly Word[]): string {
  if (shape.kind === 'page') return text
  if (shape.kind === 'text') return text.slice(shape.start, shape.end)
  return words
    .filter(({ left, top, right, bottom }) =>
      shape.boxes.some((box) => {
        const [x, y] = [(left + right) / 2, (top + bottom) / 2]
        return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
      }),
    )
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
}

/** The paper that a page of a case is in, and its number there. */
export type OriginalPage = { readonly sha256: string; readonly number: number }

/** Makes a function that gives the original of a page; null where it has none that can be drawn. */
export function originalsOf({ raw }: CaseStore): (casePage: number) => OriginalPage | null {
  const find = raw.prepare<[number], OriginalPage>(
    `select sources.paper as sha256, pages.number from pages join sources on sources.id = pages.source
     where pages.id = ? and sources.paper is not null`,
  )
  return (casePage) => find.get(casePage) ?? null
}
