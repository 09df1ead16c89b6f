import { z } from 'zod'
import { CaseNumber } from './source.ts'

/** Words, or a pattern, that are looked for in every page; `exclude` lets what it finds stay and wins over all others. */
export const TermKind = z.enum(['words', 'pattern', 'exclude'])
export type TermKind = z.infer<typeof TermKind>

/** What is said of a term when it is saved. */
export const TermSaid = z.object({
  kind: TermKind,
  /** Words as they are written, or a regular expression. */
  text: z.string().trim().min(2).max(300),
  exemption: z.string().max(40),
  reason: z.string().max(1000),
  label: z.string().max(200),
})
export type TermSaid = z.infer<typeof TermSaid>

/** A saved term, with how often it was found the last time. */
export const RedactionTerm = TermSaid.extend({
  id: CaseNumber,
  hits: z.int().nullable(),
  pages: z.int().nullable(),
})
export type RedactionTerm = z.infer<typeof RedactionTerm>
