import type { Outcome, Reading } from '#shared/reading/reading.ts'
import type { Source } from '#shared/cases/source.ts'
import type { CaseStore } from '../open-cases.ts'
import type { Parts } from './parts.ts'
import { firstWithText, textHashOfPages } from './same-text.ts'
import type { SourceRow } from './source-row.ts'
import { removePages } from './write-pages.ts'

/** What shows a file: a PDF of the case, and what its pages are called where they are not simply numbered. */
export type PaperMade = { readonly sha256: string; readonly labels: readonly string[] | null }

/** What was found in a file, before its pages are read. */
export type Found = {
  readonly reading: Reading
  readonly parts: Parts | null
  readonly paper: PaperMade | null
  /** The hash of its text, where its pages need not be asked for it. */
  readonly textHash: string | null
  /** Whether the pages that it has from an earlier reading stay as they are. */
  readonly keepsPages: boolean
}

/** How a file whose pages are being read will end, kept so that a crash costs none of it. */
export type Underway = {
  readonly outcome: Outcome
  readonly labels: readonly string[] | null
  readonly hasOwnText: boolean
}

const keyOf = (source: number) => `reading:${source}`

/** What is known of a file whose pages were being read when the program ended; null for every other. */
export function findUnderway({ raw }: CaseStore, source: number): Underway | null {
  const value = raw
    .prepare<[string], string>('select value from facts where key = ?')
    .pluck()
    .get(keyOf(source))
  return value === undefined ? null : (JSON.parse(value) as Underway)
}

/**
 * Writes what was found in a file, its parts, and that its pages come next; inside a transaction. Tells how many parts
 * are new.
 */
export function writeFound(store: CaseStore, source: SourceRow, found: Found): number {
  const { reading, parts, paper, textHash, keepsPages } = found
  if (source.pages > 0 && !keepsPages) removePages(store, source.id)
  store.raw
    .prepare(
      `update sources set type = @type, reason = @reason, way_out = @wayOut, paper = @paper,
         attachments = @attachments, hidden = @hidden, facts = @facts, text_sha256 = @textHash where id = @id`,
    )
    .run({
      id: source.id,
      type: reading.type,
      reason: reading.reason,
      wayOut: reading.wayOut,
      paper: keepsPages ? source.paper : (paper?.sha256 ?? null),
      attachments: reading.attachments,
      hidden: JSON.stringify(reading.hidden),
      facts: JSON.stringify(factsOf(reading)),
      textHash,
    })
  const underway: Underway = {
    outcome: reading.outcome,
    labels: paper?.labels ?? null,
    hasOwnText: textHash !== null,
  }
  store.raw
    .prepare('insert or replace into facts (key, value) values (?, ?)')
    .run(keyOf(source.id), JSON.stringify(underway))
  return parts?.add() ?? 0
}

/** Says how a file ended, now that its pages are all there; inside a transaction. */
export function writeEnd(store: CaseStore, source: number, { outcome, hasOwnText }: Underway): void {
  const { raw } = store
  const failed = raw
    .prepare<[number], number>(
      `select number from pages where source = ? and text_state = 'failed' order by number limit 4`,
    )
    .pluck()
    .all(source)
  if (!hasOwnText)
    raw.prepare('update sources set text_sha256 = ? where id = ?').run(textHashOfPages(store, source), source)
  const hash = raw
    .prepare<[number], string | null>('select text_sha256 from sources where id = ?')
    .pluck()
    .get(source)
  raw
    .prepare(`update sources set state = ?, reason = trim(reason || ' ' || ?), same_text_as = ? where id = ?`)
    .run(
      failed.length > 0 && outcome === 'read' ? 'partial' : outcome,
      failed.length > 0 ? unreadablePages(failed) : '',
      firstWithText(store, source, hash ?? null),
      source,
    )
  raw.prepare('delete from facts where key = ?').run(keyOf(source))
}

function unreadablePages(numbers: readonly number[]): string {
  const [first] = numbers
  if (numbers.length === 1) return `Page ${first} could not be read.`
  const shownOnes = numbers.slice(0, 3).join(', ')
  return `Pages ${shownOnes}${numbers.length > 3 ? ' and more' : ''} could not be read.`
}

/** What a file says of itself, and how many sheets, slides or messages it counts where its pages here are others. */
function factsOf({ facts, pages, type }: Reading): Source['facts'] {
  if (pages === null || type === 'pdf') return [...facts]
  return [...facts, { label: 'Pages, sheets or slides of the file itself', text: String(pages) }]
}
