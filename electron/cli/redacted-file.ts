import type { CaseStore } from '#engine/cases/open-cases.ts'
import type { GateFinding } from '#shared/cases/gate.ts'
import type { Source } from '#shared/cases/source.ts'

/** What became of a file, or of one that was found inside another. */
export type RedactedFile = {
  readonly file: string
  /** `redacted` was written; `shut` and `failed` were not; of `unread` nothing could be; `empty` has no page of its own. */
  readonly outcome: 'redacted' | 'shut' | 'failed' | 'unread' | 'empty'
  /** Why it was not written, or what of it is missing; empty where all is well. */
  readonly reason: string
  readonly marks: number
  readonly pages: number
  /** Names in the folder of results. */
  readonly written: readonly string[]
  /** Null where nothing was made that could be proved. */
  readonly gate: { readonly green: boolean; readonly findings: readonly GateFinding[] } | null
}

/** A file with no page that could be made anew. */
export function withoutPages({ path, state, reason, wayOut, attachments }: Source): RedactedFile {
  const isRead = state === 'read'
  const empty =
    attachments > 0
      ? 'It has no pages of its own; the files in it are told by themselves.'
      : 'It holds nothing to show.'
  return {
    file: path,
    outcome: isRead ? 'empty' : 'unread',
    reason: isRead ? empty : `${reason} ${wayOut}`.trim(),
    marks: 0,
    pages: 0,
    written: [],
    gate: null,
  }
}

/** The accepted marks on the pages of a file. */
export function marksOf({ raw }: CaseStore, { id }: Source): number {
  const count = `select count(*) from marks join pages on pages.id = marks.page where pages.source = ? and marks.state = 'accepted'`
  return raw.prepare<[number], number>(count).pluck().get(id) ?? 0
}

/** What of a file could not be looked through, in words; empty where all of it was. */
export function notLookedThrough({ raw }: CaseStore, { id, state, reason, wayOut }: Source): string {
  const pictures = raw
    .prepare<[number], number>(
      `select count(*) from pages where source = ? and text_state in ('waiting', 'failed')`,
    )
    .pluck()
    .get(id)
  return [
    state === 'partial' ? `It was read in part. ${reason} ${wayOut}`.trim() : '',
    pictures
      ? `The words of ${pictures} of its pages could not be recognised, so no term can be found there.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}
