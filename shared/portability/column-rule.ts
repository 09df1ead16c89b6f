import { z } from 'zod'
import { Line, Passage } from '#shared/records/record.ts'

/** Whose data a column holds. @source UK GDPR Art 20(1), 20(4) */
export const WHOSE = [
  { value: 'person', label: 'The person’s own' },
  {
    value: 'personAndOthers',
    label: 'The person’s and others’',
    hint: 'Kept, and each filled cell is flagged to be looked at: it must not harm the rights of others.',
  },
  { value: 'others', label: 'Somebody else’s', hint: 'Left out.' },
  { value: 'nobody', label: 'Nobody’s', hint: 'Numbers and marks of the system itself. Left out.' },
] as const
export const Whose = z.enum(['person', 'personAndOthers', 'others', 'nobody'])
export type Whose = z.infer<typeof Whose>

/** How the data came about. @source UK GDPR Art 20(1): "which he or she has provided to a controller" */
export const PROVENANCES = [
  { value: 'provided', label: 'Provided', hint: 'Typed, uploaded, told or sent by the person.' },
  {
    value: 'observed',
    label: 'Observed',
    hint: 'Recorded by the service while the person used it: times, visits, usage.',
  },
  { value: 'inferred', label: 'Inferred', hint: 'Worked out from other data: scores, categories. Left out.' },
  {
    value: 'created',
    label: 'Created',
    hint: 'Written by staff or others about the person: notes, assessments. Left out.',
  },
] as const
export const Provenance = z.enum(['provided', 'observed', 'inferred', 'created'])
export type Provenance = z.infer<typeof Provenance>

/** How the data is processed. @source UK GDPR Art 20(1)(b) */
export const MEANS = [
  { value: 'automated', label: 'By computer' },
  { value: 'paper', label: 'On paper', hint: 'Left out, also where it was typed up for this export only.' },
] as const
export const Means = z.enum(['automated', 'paper'])
export type Means = z.infer<typeof Means>

/** A lawful basis as a column has it: one of Article 6, or explicit consent. */
export const ColumnBasis = z.enum(['6-1-a', '9-2-a', '6-1-b', '6-1-c', '6-1-d', '6-1-e', '6-1-ea', '6-1-f'])
export type ColumnBasis = z.infer<typeof ColumnBasis>

/** What is decided about one column of a system's export; null while nobody decided. */
export const ColumnRule = z.object({
  /** The column as the file names it. */
  column: Line,
  /** What the export calls it; empty for the same. */
  called: Line,
  /** What it holds, for the person who reads the export. */
  about: Passage,
  whose: Whose.nullable(),
  provenance: Provenance.nullable(),
  basis: ColumnBasis.nullable(),
  means: Means.nullable(),
})
export type ColumnRule = z.infer<typeof ColumnRule>
