import type { Source } from '#shared/cases/source.ts'
import { SOURCE_STATES } from '#shared/cases/words.ts'
import { PAGE_FLAGS } from '#shared/cases/page.ts'
import type { CaseOverview } from '#shared/registers/cases/case-life.contract.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { z } from 'zod'

/** A file of a case, and the one it is a copy of byte for byte. */
export type FileLine = { readonly source: Source; readonly sameAs: Source | null }

/** A file as one line of JSON, without a word of what is in it. */
export function jsonLine({ source, sameAs }: FileLine): string {
  const { path, state, reason, wayOut, type, attachments, hidden } = source
  return JSON.stringify({
    path,
    outcome: state,
    reason,
    wayOut,
    type,
    pages: (sameAs ?? source).pages,
    attachments,
    hidden: hidden.map(({ kind }) => kind),
    ...(sameAs ? { sameBytesAs: sameAs.path } : {}),
  })
}

const counted = (count: number, one: string, more = `${one}s`) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

/** A file as one line of text. */
export function textLine({ source, sameAs }: FileLine): string {
  const { path, state, reason, wayOut, type, pages, attachments, hidden } = source
  const outcome = state === 'not-read' ? 'NOT READ' : SOURCE_STATES[state].toLowerCase()
  const parts = [
    type,
    pages > 0 ? counted(pages, 'page') : '',
    sameAs ? `the same bytes as ${sameAs.path}` : '',
    attachments > 0 ? `${attachments.toLocaleString('en-GB')} inside` : '',
    hidden.length > 0
      ? `does not show: ${hidden.map(({ kind, count }) => `${kind} ${count}`).join(', ')}`
      : '',
    [reason, wayOut].filter(Boolean).join(' '),
  ]
  return `${path}: ${outcome}; ${parts.filter(Boolean).join('; ')}`
}

const STATES = {
  none: ['No documents were brought in yet.'],
  destroyed: ['The documents were destroyed; the certificate says what they were.'],
} as const

/** How a case stands, in lines of text. */
export function statusLines(overview: z.output<typeof CaseOverview>): readonly string[] {
  const { state, sources, pages, documents, flags, recognition } = overview
  if (state !== 'open') return STATES[state]
  const files = sources.read + sources.partial + sources['not-read'] + sources.waiting
  const reviewed = Object.values(flags).reduce((sum, count) => sum + count, 0)
  const perFlag = PAGE_FLAGS.flatMap(({ value, label }) =>
    flags[value] ? [`${label} ${flags[value].toLocaleString('en-GB')}`] : [],
  )
  return [
    `${counted(files, 'file')}: ${sources.read} read, ${sources.partial} read in part, ${sources['not-read']} not read, ${sources.waiting} waiting.`,
    `${counted(pages, 'page')} in ${counted(documents, 'document')}; reviewed ${reviewed.toLocaleString('en-GB')}${perFlag.length > 0 ? ` (${perFlag.join(', ')})` : ''}.`,
    `Words to recognise on ${counted(recognition.waiting, 'page')}; recognised on ${recognition.recognised.toLocaleString('en-GB')}, failed on ${recognition.failed.toLocaleString('en-GB')}.`,
    `Files that hold something that does not show: ${overview.hiding.toLocaleString('en-GB')}. Same files not decided about: ${overview.duplicatesOpen.toLocaleString('en-GB')}.`,
    overview.lastReleasedAt
      ? `${counted(overview.packs, 'pack')}; the last was released on ${formatUkMoment(overview.lastReleasedAt)}.`
      : `${counted(overview.packs, 'pack')}; none was released.`,
  ]
}
