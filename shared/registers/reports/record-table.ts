import { CONTROLLER_COLUMNS, PROCESSOR_COLUMNS, type RopaColumn } from '#shared/law/ico-ropa-columns.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import * as activityWords from './activity.words.ts'
import { type Lines, oneLine, OPEN, orOpen } from './answer.words.ts'
import * as dataWords from './data.words.ts'
import type { Directory } from './directory.ts'
import * as processorWords from './processor.words.ts'
import * as purposeWords from './purpose.words.ts'
import * as transferWords from './transfer.words.ts'

/** One cell: lines of text, or a day. */
export type RecordCell =
  | { readonly kind: 'text'; readonly lines: Lines }
  | { readonly kind: 'date'; readonly day: PlainDate }

/** One column of the record as a table, and how an activity fills it. */
export type RecordColumn = {
  readonly heading: string
  readonly group: string
  readonly required: boolean
  /** How wide to show it, in letters. */
  readonly width: number
  readonly cell: (activity: Activity) => RecordCell
}

type Words = (activity: Activity, directory: Directory) => Lines

const CONTROLLER_WORDS: Readonly<Record<string, Words>> = {
  A: ({ functionId }, directory) => [functionId ? directory.termName(functionId) : OPEN],
  B: (activity) => [
    activityTitle(activity),
    ...purposeWords.purposeLines(activity),
    ...conditionOf(activity),
  ],
  C: activityWords.jointControllerLines,
  D: ({ peopleIds }, directory) => activityWords.termLines(peopleIds, directory),
  E: ({ data }, directory) => orOpen(data.map((use) => dataWords.dataLine(use, directory))),
  F: ({ disclosures }, directory) =>
    orOpen(disclosures.map((found) => activityWords.recipientLine(found, directory))),
  G: activityWords.processorAgreementLines,
  H: transferWords.destinationLines,
  I: transferWords.safeguardLines,
  J: dataWords.retentionLines,
  K: activityWords.securityLines,
  L: purposeWords.basisLines,
  M: purposeWords.article9Lines,
  N: purposeWords.interestLines,
  O: purposeWords.interestAssessmentLines,
  P: activityWords.rightsLines,
  Q: activityWords.automatedDecisionLines,
  R: dataWords.sourceLines,
  S: purposeWords.consentLines,
  T: activityWords.locationLines,
  U: (activity) => activityWords.dpiaLines(activity).needed,
  V: (activity) => activityWords.dpiaLines(activity).progress,
  W: (activity) => activityWords.dpiaLines(activity).link,
  X: (activity) => activityWords.breachLines(activity).occurred,
  Y: (activity) => activityWords.breachLines(activity).link,
  Z: (activity, directory) => purposeWords.schedule1Lines(activity, directory).condition,
  AA: (activity, directory) => purposeWords.schedule1Lines(activity, directory).basis,
  AB: (activity, directory) => purposeWords.schedule1Lines(activity, directory).policy,
  AC: (activity, directory) => purposeWords.schedule1Lines(activity, directory).followed,
  AD: (activity, directory) => purposeWords.schedule1Lines(activity, directory).reasons,
}

const PROCESSOR_WORDS: Readonly<Record<string, Words>> = {
  A: processorWords.controllerLines,
  B: processorWords.controllerRepresentativeLines,
  C: processorWords.processingLines,
  D: transferWords.destinationLines,
  E: transferWords.safeguardLines,
  F: activityWords.securityLines,
  G: processorWords.customerContractLines,
}

/** Columns A to AD of the ICO's template, in its order. @source UK GDPR Art 30(1) */
export function controllerColumns(directory: Directory): readonly RecordColumn[] {
  return CONTROLLER_COLUMNS.map((column) => templateColumn(column, CONTROLLER_WORDS, directory))
}

/** The columns of a processor's record. @source UK GDPR Art 30(2) */
export function processorColumns(directory: Directory): readonly RecordColumn[] {
  return PROCESSOR_COLUMNS.map((column) => templateColumn(column, PROCESSOR_WORDS, directory))
}

/** What this register adds to the template: which activity, whose, how settled, when to look again. */
export function registerColumns(directory: Directory): readonly RecordColumn[] {
  const own = (heading: string, width: number, words: (activity: Activity) => Lines): RecordColumn => ({
    heading,
    width,
    group: 'This register',
    required: false,
    cell: (activity) => ({ kind: 'text', lines: words(activity) }),
  })
  return [
    own('Reference', 14, ({ reference }) => orOpen([reference])),
    own('Activity', 32, ({ name }) => [name]),
    own('Organisation', 28, ({ organisationId }) => [directory.organisationName(organisationId)]),
    own('Role', 16, ({ role }) => [ROLE_WORDS[role]]),
    own('Status', 14, ({ status }) => [sentence(status)]),
    own('Owner', 24, ({ owner }) => orOpen([owner])),
    {
      ...own('Next review', 14, () => [OPEN]),
      cell: ({ reviewOn }) => (reviewOn ? { kind: 'date', day: reviewOn } : { kind: 'text', lines: [OPEN] }),
    },
    own('Whether people must provide the data', 28, activityWords.obligationLines),
  ]
}

/** One table for both roles, for a file that can hold only one: the controller's columns, then ours, then the processor's own. */
export function combinedColumns(directory: Directory): readonly RecordColumn[] {
  const processorOnly = PROCESSOR_COLUMNS.filter(({ column }) => ['A', 'B', 'C', 'G'].includes(column))
  return [
    ...controllerColumns(directory),
    ...registerColumns(directory),
    ...processorOnly.map((column) => onlyForProcessors(templateColumn(column, PROCESSOR_WORDS, directory))),
  ]
}

export const ROLE_WORDS = {
  controller: 'Controller',
  jointController: 'Joint controller',
  processor: 'Processor',
} as const

/** "PCS-04 Assessing foster carers". */
export function activityTitle({ reference, name }: Pick<Activity, 'reference' | 'name'>): string {
  return reference ? `${reference} ${name}` : name
}

/** "in review" as "In review". */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function conditionOf({ onlyIf }: Activity): Lines {
  return onlyIf.trim() ? [`Only if: ${oneLine(onlyIf)}`] : []
}

function onlyForProcessors(column: RecordColumn): RecordColumn {
  const otherwise: RecordCell = {
    kind: 'text',
    lines: ['Not applicable: the organisation is not a processor here'],
  }
  return {
    ...column,
    cell: (activity) => (activity.role === 'processor' ? column.cell(activity) : otherwise),
  }
}

const WIDE_COLUMNS = new Set([
  'Purpose of processing',
  'Categories of processing',
  'Retention schedule (if possible)',
])

function templateColumn(
  column: RopaColumn,
  words: Readonly<Record<string, Words>>,
  directory: Directory,
): RecordColumn {
  const fill = words[column.column] ?? (() => [OPEN])
  return {
    heading: column.label,
    group: column.group,
    required: column.legallyRequired,
    width: WIDE_COLUMNS.has(column.label) ? 52 : column.group === 'Art 30 record' ? 34 : 30,
    cell: (activity) => ({ kind: 'text', lines: fill(activity, directory) }),
  }
}
