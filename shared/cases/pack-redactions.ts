import { countOf } from '#shared/count-words.ts'
import { findExemption } from '#shared/law/exemptions/exemptions.ts'
import type { Block, Group } from '#shared/registers/reports/document-model.ts'
import { type PackPlan, type PageRanges, pageReference, type PlanRedaction } from './pack-plan.ts'

/** A part of the contents of a pack: its heading, what it says in short, and its blocks. */
export type PackPart = { readonly name: string; readonly summary: string; readonly groups: readonly Group[] }

/** Whether our own pages of a pack are in words that are easier to read: as its covering letter is. */
export const isEasierRead = ({ letter }: Pick<PackPlan, 'letter'>): boolean => letter.large === true

type Words = {
  readonly key: string
  readonly keySummary: string
  readonly removed: string
  readonly nothing: string
  readonly columns: readonly [what: string, standsFor: string]
  readonly schedule: readonly [why: string, pages: string, times: string]
  readonly about: readonly string[]
  readonly mostly: (pages: string) => string
}

const STANDARD: Words = {
  key: 'Key to labels',
  keySummary: 'What stands in the place of what was removed',
  removed: 'What was removed, and why',
  nothing: 'Nothing is listed as removed from the pages of this pack.',
  columns: ['Label', 'What it stands for'],
  schedule: ['Why', 'Pages', 'How often'],
  about: [
    'A label stands on the page wherever something was removed. The same label always stands for the same person. A screen reader reads it as “redacted” with the label.',
    'What was removed is not in the files any more: it cannot be made visible, searched or copied.',
    'The law allows some reasons to stay unsaid where naming them would give away what they protect. If you disagree with what was removed, the covering letter says how to complain.',
  ],
  mostly: (pages) =>
    `On these pages half the words or more were removed, so that what is left may not make sense by itself: ${pages}.`,
}

const EASIER: Words = {
  key: 'What the labels mean',
  keySummary: 'Labels stand where we took something out',
  removed: 'What we took out, and why',
  nothing: 'We list nothing that we took out of these pages.',
  columns: ['Label', 'What it means'],
  schedule: ['Why we took it out', 'Pages', 'How many times'],
  about: [
    'Some words are covered with a dark box. We took these words out.',
    'The box says what was there. “Person B” is always the same person. We do not say who it is.',
    'The words are really gone. Nobody can find them in these files.',
    'Sometimes the law lets us not say why. Do you think we took out too much? The letter tells you how to complain.',
  ],
  mostly: (pages) =>
    `On these pages we took out half the words or more. They may be hard to understand: ${pages}.`,
}

/** The key to the labels and the schedule of what was removed; empty where nothing was. @source UK GDPR Art 12(1) */
export function redactionParts(plan: PackPlan): readonly PackPart[] {
  if (plan.removals.marks === 0) return []
  const words = isEasierRead(plan) ? EASIER : STANDARD
  return [
    { name: words.key, summary: words.keySummary, groups: [group(keyBlock(plan, words))] },
    { name: words.removed, summary: summaryOf(plan, words), groups: scheduleGroups(plan, words) },
  ]
}

const group = (...blocks: readonly Block[]): Group => ({ heading: '', citation: '', blocks })

function keyBlock({ labels }: PackPlan, { columns }: Words): Block {
  return {
    kind: 'table',
    label: '',
    columns: [
      { heading: columns[0], share: 30 },
      { heading: columns[1], share: 70 },
    ],
    rows: labels.map(({ label, says }) => [[label], [says]]),
  }
}

function summaryOf({ redactions }: PackPlan, { nothing }: Words): string {
  const marks = redactions.reduce((sum, one) => sum + one.marks, 0)
  return marks === 0 ? nothing : `${countOf(marks, 'place')} on the pages listed here`
}

function scheduleGroups(plan: PackPlan, words: Words): readonly Group[] {
  const { redactions, mostlyRemoved, reference } = plan
  const isEasy = isEasierRead(plan)
  const [why, pages, times] = words.schedule
  const table: Block = {
    kind: 'table',
    label: '',
    columns: [
      { heading: why, share: 50 },
      { heading: pages, share: 35 },
      { heading: times, share: 15 },
    ],
    rows: redactions.map((one) => [
      [reasonOf(one, isEasy)],
      [inReferences(reference, one.ranges)],
      [one.marks.toLocaleString('en-GB')],
    ]),
  }
  const lines = [
    ...words.about,
    ...(mostlyRemoved.length > 0 ? [words.mostly(inReferences(reference, mostlyRemoved))] : []),
  ]
  const about: Block = { kind: 'passages', passages: [{ label: 'About this list', lines }] }
  return [...(redactions.length > 0 ? [group(table)] : []), group(about)]
}

/** The plain reason; in standard words with its code and law. */
function reasonOf({ exemption, reason }: PlanRedaction, isEasy: boolean): string {
  const law = findExemption(exemption)
  return isEasy || !law ? reason : `${reason} (${exemption}: ${law.citation})`
}

/** "RR-0012/0003, 0007 to 0009": what all references have in common stands once. */
export function inReferences(reference: string, ranges: PageRanges): string {
  const short = (number: number) => pageReference(reference, number).slice(reference.length + 1)
  const parts = ranges.map(([first, last]) =>
    first === last ? short(first) : `${short(first)} to ${short(last)}`,
  )
  return parts.length === 0 ? '' : `${reference}/${parts.join(', ')}`
}
