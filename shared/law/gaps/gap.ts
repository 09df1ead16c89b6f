import { z } from 'zod'
import type { DescribedName } from '#shared/described/names.ts'
import { Waiver } from '#shared/registers/activities/activity.schema.ts'
import { FROM_MEMORY } from '#shared/law/code-list.ts'
import { legalSource, type SourceId } from '#shared/law/sources.ts'
import type { GapContext } from './context.ts'

/**
 * How much a gap weighs.
 *
 * - `error`   something the law asks for is not in the record
 * - `warning` the record says something that usually does not hold
 * - `note`    worth a look
 */
export const Severity = z.enum(['error', 'warning', 'note'])
export type Severity = z.infer<typeof Severity>

/** What a rule found missing or odd in one record. */
export const Gap = z.object({
  ruleId: z.string(),
  severity: Severity,
  /** The field of the record beside which it is shown. */
  field: z.string(),
  /** The purpose, data use, disclosure, destination or term it is about; null for the record as a whole. */
  item: z.string().nullable(),
  /** What is missing, naming the thing. */
  message: z.string(),
  citation: z.string(),
  /** What to check because the law behind the rule is unconfirmed; null when it is confirmed. */
  check: z.string().nullable(),
  /** Who set it aside and why; null when nobody did. */
  waived: Waiver.nullable(),
})
export type Gap = z.infer<typeof Gap>

/** One thing a rule found: what to say, and which part of the record it is about. */
export type Finding = { readonly message: string; readonly item: string | null }

export type GapSubject = 'activity' | 'organisation' | 'contract' | DescribedName

/** A rule: what it looks for in a record, why it matters, and the law behind it. */
export type GapRule<Record> = {
  readonly id: string
  readonly title: string
  readonly citation: string
  readonly source: SourceId
  readonly severity: Severity
  readonly subject: GapSubject
  readonly field: string
  /** Why it matters and what would settle it. */
  readonly explanation: string
  readonly check: string | null
  /** Whether the rule still matters once an activity is retired. */
  readonly whenRetired: boolean
  readonly find: (record: Record, context: GapContext) => readonly Finding[]
}

type Written<Record> = Omit<GapRule<Record>, 'subject' | 'check' | 'whenRetired'> & {
  readonly check?: string
  readonly whenRetired?: boolean
}

/** Completes a rule; one whose source is from memory says so without being told. */
export function ruleAbout<Record>(subject: GapSubject) {
  return (written: Written<Record>): GapRule<Record> => ({
    subject,
    whenRetired: false,
    ...written,
    check: written.check ?? (legalSource(written.source).standing === 'from memory' ? FROM_MEMORY : null),
  })
}

/** A finding about the record as a whole, when it holds. */
export function when(holds: boolean, message: string): readonly Finding[] {
  return holds ? found(message) : []
}

/** A finding about the record as a whole. */
export function found(message: string): readonly Finding[] {
  return [{ message, item: null }]
}

/** A finding about one part of the record. */
export function about(item: string, message: string): Finding {
  return { item, message }
}
