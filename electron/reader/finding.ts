import { shown, visible } from '#shared/shown.ts'
import type { Hidden, HiddenKind, PageText, Part, Reading, SheetCells } from '#shared/reading/reading.ts'

/** A file that cannot be read at all: why, and what a person can do. */
export class NotRead extends Error {
  readonly wayOut: string
  constructor(reason: string, wayOut = '') {
    super(reason)
    this.name = 'NotRead'
    this.wayOut = wayOut
  }
}

/** A file to read. Its name only helps to guess; its type is found by its content. */
export type Given = {
  readonly name: string
  readonly bytes: Buffer
  readonly password: string | null
  /** False where the words of the pages of a PDF are not wanted, because somebody else reads them. */
  readonly texts?: boolean
  /** Takes the sheets of a workbook cell by cell, where somebody wants them. */
  readonly takeSheet?: ((sheet: SheetCells) => void) | undefined
}

/** Takes a locked PDF without its lock. */
export type TakeUnlocked = (bytes: Uint8Array) => Promise<void>

/** What a reader finds, put down piece by piece, so that what was found before a failure is kept. */
export type Finding = ReturnType<typeof startFinding>

/** Starts a finding of a type; `handOut` takes each file that is taken out of this one. */
export function startFinding(
  type: string,
  handOut: (part: Part) => Promise<void>,
  takeUnlocked: TakeUnlocked = () => Promise.resolve(),
) {
  const texts: PageText[] = []
  const hidden = new Map<HiddenKind, Hidden>()
  const facts: { label: string; text: string }[] = []
  const missing: string[] = []
  let wayOut = ''
  let pages: number | null = null
  let attachments = 0

  return {
    /** Text of a page, sheet, slide or message. */
    page(label: string, text: string, needsOcr = false): void {
      texts.push({ label: label.slice(0, 300), text, needsOcr })
    },
    /** How many pages the file has, where its type has pages. */
    pageCount(count: number): void {
      pages = count
    },
    /** Something that does not show on the pages; the same kind again adds to the count. */
    hides(kind: HiddenKind, says: string, count = 1): void {
      const before = hidden.get(kind)
      const words = before ? `${before.says}; ${says}` : says
      hidden.set(kind, { kind, count: (before?.count ?? 0) + count, says: words.slice(0, 2000) })
    },
    fact(label: string, text: string | null | undefined): void {
      if (text?.trim()) facts.push({ label: label.slice(0, 200), text: text.trim().slice(0, 5000) })
    },
    /** Something that could not be read: the file counts as read in part. */
    lacks(what: string, then = ''): void {
      missing.push(visible(what))
      wayOut ||= then
    },
    /** A file inside this one. Its bytes are handed out when they could be taken out. */
    async holds(name: string, how: Part['how'], bytes: Uint8Array | null): Promise<void> {
      attachments += 1
      if (bytes) await handOut({ name: shown(name), how, bytes })
    },
    /** The file without the lock it was opened from. */
    unlocked: takeUnlocked,
    /** What was found, as far as it came. */
    end(failure?: NotRead): Reading {
      const isRead = !failure
      const reason = failure ? [failure.message, ...missing].join(' ') : missing.join(' ')
      const something = texts.some(({ text }) => text.trim() !== '') || attachments > 0
      const outcome = isRead ? (missing.length > 0 ? 'partial' : 'read') : something ? 'partial' : 'not-read'
      return {
        outcome,
        reason: reason.slice(0, 2000),
        wayOut: (failure?.wayOut || wayOut).slice(0, 1000),
        type,
        pages,
        texts,
        hidden: [...hidden.values()],
        facts,
        attachments,
      }
    },
  }
}
