import { valueOf } from '#shared/answer.ts'
import type { AssessmentKindCode } from '#shared/law/assessments/assessment-kind.ts'
import { countryName } from '#shared/law/countries.ts'
import { screenForDpia } from '#shared/law/dpia-screening.ts'
import { recognisedInterestLabel } from '#shared/law/lawful-bases.ts'
import { schedule1Label } from '#shared/law/schedule-1-conditions.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { dataLine, retentionLines, sourceLines } from '#shared/registers/reports/data.words.ts'
import type { Directory } from '#shared/registers/reports/directory.ts'
import { article9Lines, basisLine } from '#shared/registers/reports/purpose.words.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import { screeningFacts } from './screening-facts.ts'

type Lines = readonly string[]

/** What every answer begins with that was taken over and that nobody has thought about yet. */
export const FROM_THE_RECORD = 'From the record:'

/** First answers to an assessment’s questions, by key, where they plainly follow from what is recorded of the activity. */
export function prefilledFromActivity(
  kind: AssessmentKindCode,
  activity: Activity,
  directory: Directory,
): Readonly<Record<string, string>> {
  const parts = partsOf(activity, directory)
  return told(OF_ACTIVITY[kind](parts))
}

/** First answers to the questions of a transfer risk assessment, from the transfer. */
export function prefilledFromTransfer(transfer: Transfer): Readonly<Record<string, string>> {
  const { name, country } = transfer
  return told({ transfer: [name, ...(country ? [`To: ${countryName(country)}`] : [])] })
}

type Parts = ReturnType<typeof partsOf>
type Answers = Readonly<Record<string, Lines>>

const OF_ACTIVITY: Readonly<Record<AssessmentKindCode, (parts: Parts) => Answers>> = {
  DPIA: ({ signals, description, sources, recipients, data, people, purposes, bases, kept }) => ({
    need: signals,
    nature: [...description, ...sources, ...recipients],
    scope: [...people, ...data],
    purposes,
    basis: bases,
    processors: recipients,
    retention: kept,
  }),
  LIA: ({ interests, people, data }) => ({ interest: interests, people: [...people, ...data] }),
  RLI: ({ recognised, notes }) => ({ condition: recognised, necessity: notes }),
  COMPAT: ({ purposes, data }) => ({ purposes: prefixed('Collected for', purposes), nature: data }),
  APD: ({ purposes, conditions, bases, kept }) => ({
    processing: [...purposes, ...conditions],
    lawfulness: bases,
    retention: kept,
  }),
  TRA: ({ people, data }) => ({ people: [...people, ...data] }),
  ADM: ({ decisions, data }) => ({
    decision: decisions,
    special: data.filter((line) => /\(special/.test(line)),
  }),
}

function partsOf(activity: Activity, directory: Directory) {
  const { purposes, peopleIds, data, disclosures } = activity
  const used = (pick: (purpose: Activity['purposes'][number]) => string) =>
    purposes.map(pick).filter((text) => text.trim() !== '')
  return {
    signals: screenForDpia(screeningFacts(activity, directory.term)).signals.map(({ words }) => words),
    description: [activity.description],
    purposes: used(({ text }) => text),
    people: prefixed('People', [peopleIds.map(directory.termName).join(', ')]),
    data: prefixed('Data', [data.map((use) => dataLine(use, directory)).join('; ')]),
    sources: prefixed('Source of', sourceLines(activity, directory)),
    recipients: prefixed('Recipients', [
      disclosures.map(({ recipientId }) => directory.termName(recipientId)).join(', '),
    ]),
    bases: [...purposes.map((purpose) => basisLine(purpose, directory)), ...article9Lines(activity)],
    notes: used(({ basisNote }) => basisNote),
    interests: used(({ legitimateInterest }) => legitimateInterest),
    recognised: used(({ recognisedInterest }) =>
      recognisedInterest ? recognisedInterestLabel(recognisedInterest) : '',
    ),
    conditions: [...new Set(purposes.flatMap(({ schedule1 }) => schedule1))].map(schedule1Label),
    kept: retentionLines(activity, directory),
    decisions: [valueOf(activity.automatedDecisions)?.explanation ?? ''],
  }
}

function prefixed(label: string, lines: Lines): Lines {
  return lines.flatMap((line) => (line.trim() ? [`${label}: ${line}`] : []))
}

const OPEN = /to be determined|^Not applicable$/i

/** Only what is known is worth taking over. */
function told(answers: Answers): Readonly<Record<string, string>> {
  const known = Object.entries(answers).map(
    ([key, lines]) => [key, lines.filter((line) => line.trim() && !OPEN.test(line))] as const,
  )
  return Object.fromEntries(
    known.flatMap(([key, lines]) =>
      lines.length > 0 ? [[key, `${FROM_THE_RECORD} ${lines.join('\n')}`]] : [],
    ),
  )
}
