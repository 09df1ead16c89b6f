import { createHash } from 'node:crypto'
import type { CaseStore } from '../open-cases.ts'
import { lettersOf } from '../page-texts.ts'

/** Shorter texts are the same too easily to mean anything. */
const SHORTEST = 20

/** The hash of the words of a text in any number of pieces; null where it is too short to tell texts apart by. */
export function textHash(pieces: Iterable<string>): string | null {
  const hash = createHash('sha256')
  let length = 0
  for (const piece of pieces) {
    const letters = lettersOf(piece)
    hash.update(letters)
    length += letters.length
  }
  return length < SHORTEST ? null : hash.digest('hex')
}

/** The hash of the words on the pages of a file; null while a page of it has words that nobody recognised. */
export function textHashOfPages({ raw }: CaseStore, source: number): string | null {
  const isOpen = raw
    .prepare(
      `select 1 from pages where source = ? and text_state in ('waiting', 'recognised', 'failed') limit 1`,
    )
    .get(source)
  if (isOpen) return null
  return textHash(
    raw
      .prepare<[number], string>(
        'select text from page_texts join pages on pages.id = page where source = ? order by number',
      )
      .pluck()
      .iterate(source),
  )
}

/** The first file that was read before with the same text and other bytes, or null. */
export function firstWithText({ raw }: CaseStore, source: number, hash: string | null): number | null {
  if (hash === null) return null
  const first = raw
    .prepare<unknown[], number>(
      `select id from sources where text_sha256 = ? and id <> ? and same_text_as is null and same_bytes_as is null
         and sha256 <> (select sha256 from sources where id = ?) order by id limit 1`,
    )
    .pluck()
    .get(hash, source, source)
  return first ?? null
}
