import type { Deadline } from '#shared/described/deadline.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { Gap } from '#shared/law/gaps/gap.ts'
import { openGaps } from '#shared/law/gaps/rules.ts'
import { formatDay, formatInstant } from '#shared/time/plain-date.ts'
import { joined, type Lines } from './answer.words.ts'
import type { Block } from './document-model.ts'
import { sentence } from './record-table.ts'

export const NOT_KNOWN = 'Not known yet'

const WEIGHT_WORDS = { law: 'set by law', promise: 'promised', internal: 'set internally' } as const

/** What is due, each with how its day comes about. */
export function deadlineBlocks(deadlines: readonly Deadline[]): readonly Block[] {
  if (deadlines.length === 0) return []
  return [
    {
      kind: 'table',
      label: 'What is due, and how the day comes about',
      columns: [
        { heading: 'What', share: 26 },
        { heading: 'When', share: 24 },
        { heading: 'Why on that day', share: 50 },
      ],
      rows: deadlines.map((deadline) => {
        const { title, weight, target, derivation, citation, warnings } = deadline
        return [
          [title, sentence(WEIGHT_WORDS[weight])],
          [sentence(dueWords(deadline)), ...(target ? [`Internal target: ${formatDay(target)}`] : [])],
          [derivation, citation, ...warnings].filter((line) => line !== ''),
        ]
      }),
    },
  ]
}

/** "due Tue 5 January 2027", or why there is no day. */
export function dueWords({ due, dueAt, pausedSince }: Deadline): string {
  if (pausedSince) return `paused since ${formatDay(pausedSince)}`
  if (dueAt) return `due ${formatInstant(dueAt)}`
  return due ? `due ${formatDay(due)}` : 'no day known yet'
}

/** The gaps that are open, then those set aside with their reasons. */
export function gapBlocks(gaps: readonly Gap[]): readonly Block[] {
  const open = openGaps(gaps)
  const waived = gaps.flatMap(({ message, waived: waiver }) => (waiver ? [{ message, waiver }] : []))
  const openBlock: Block = {
    kind: 'table',
    label: 'Open gaps',
    columns: [
      { heading: 'Weight', share: 12 },
      { heading: 'What is missing or odd', share: 56 },
      { heading: 'Law', share: 32 },
    ],
    rows: open.map(({ severity, message, citation, check }) => [
      [sentence(severity)],
      [message],
      [citation, ...(check ? [check] : [])],
    ]),
  }
  const waivedBlock: Block = {
    kind: 'table',
    label: 'Gaps set aside',
    columns: [
      { heading: 'Gap', share: 45 },
      { heading: 'Reason', share: 35 },
      { heading: 'By whom', share: 20 },
    ],
    rows: waived.map(({ message, waiver }) => [
      [message],
      orNotKnown([waiver.reason].filter(Boolean)),
      [joined([waiver.waivedBy, formatDay(waiver.waivedOn)])],
    ]),
  }
  return [...(open.length > 0 ? [openBlock] : []), ...(waived.length > 0 ? [waivedBlock] : [])]
}

/** The documents the facts come from, with their words. */
export function evidenceBlocks({ evidence }: AnyRecord): readonly Block[] {
  if (evidence.length === 0) return []
  return [
    {
      kind: 'table',
      label: 'Sources and their words',
      columns: [
        { heading: 'Fact', share: 28 },
        { heading: 'Document', share: 24 },
        { heading: 'Its words', share: 48 },
      ],
      rows: evidence.map(({ fact, document, quote }) => [
        orNotKnown(paragraphs(fact)),
        orNotKnown(paragraphs(document)),
        quote ? [`“${quote}”`] : ['None'],
      ]),
    },
  ]
}

/** The lines of a text that say something. */
export const paragraphs = (text: string): Lines => text.split(/[\r\n]+/u).filter((line) => line.trim() !== '')

/** The lines, or that nothing is known. */
export const orNotKnown = (lines: Lines): Lines => (lines.length > 0 ? lines : [NOT_KNOWN])
