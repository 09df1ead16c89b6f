import type { Naming } from '#shared/described/words.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { EvidenceRecord } from '#shared/registers/evidence/evidence.register.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import { BREACH_FIELDS, type Breach } from '../breach.record.ts'
import type { ReportAnswer, SentReport } from '../kept.ts'

/** The first report of a breach, or further information on it. @source UK GDPR Art 33(4) */
export type ReportPhase = SentReport['phase']

/** Everything that the answers of a report are taken from. */
export type ReportFacts = {
  readonly breach: Breach
  readonly phase: ReportPhase
  /** The moment the report is written. */
  readonly now: Instant
  readonly organisation: Organisation | undefined
  /** The activities the breach concerns. */
  readonly activities: readonly Activity[]
  /** What shows that staff were trained. */
  readonly trainings: readonly EvidenceRecord[]
  /** The other breaches of the same organisation. */
  readonly others: readonly Breach[]
  readonly term: (id: string) => Term | undefined
  readonly nameOf: Naming
}

/** Where an answer comes from: a field of a record, in words and as a place to go to. */
export type TakenFrom = {
  readonly label: string
  readonly register: 'breaches' | 'organisations' | 'activities' | 'evidence'
  readonly record: string
  /** Null for the record as a whole. */
  readonly field: string | null
}

/** An answer as the record gives it. */
export type Prefilled = {
  readonly text: string
  readonly state: ReportAnswer['state']
  readonly from: readonly TakenFrom[]
}

/** Answers one question from the facts. */
export type Prefill = (facts: ReportFacts) => Prefilled

type BreachKey = keyof typeof BREACH_FIELDS

/** The fields of the breach with these keys, as places an answer comes from. */
export function fromBreach({ breach }: ReportFacts, ...keys: readonly BreachKey[]): readonly TakenFrom[] {
  return keys.map((field) => ({
    label: BREACH_FIELDS[field].label,
    register: 'breaches',
    record: breach.id,
    field,
  }))
}

/** What is said, or a blank answer when nothing is. */
export function said(lines: readonly (string | null)[], from: readonly TakenFrom[]): Prefilled {
  const text = lines
    .map((line) => line?.trim() ?? '')
    .filter((line) => line !== '')
    .join('\n')
  return { text, state: text === '' ? 'blank' : 'answered', from }
}

/** An answer that is not known yet. */
export function notKnown(from: readonly TakenFrom[]): Prefilled {
  return { text: '', state: 'notKnown', from }
}

/** What is said; not known yet when nothing is. */
export function saidOrNotKnown(lines: readonly (string | null)[], from: readonly TakenFrom[]): Prefilled {
  const answer = said(lines, from)
  return answer.state === 'blank' ? notKnown(from) : answer
}

/** A moment in a sentence, or null while it is not known. */
export function atMoment(words: string, at: Instant | null): string | null {
  return at && `${words} ${formatUkMoment(at)}`
}
