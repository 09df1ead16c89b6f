import { z } from 'zod'
import { DescribedName } from '#shared/described/names.ts'

/** The registers of a register file; a new register adds its name here. */
export const RegisterName = z.enum([
  'organisations',
  'contracts',
  'activities',
  'vocabulary',
  'views',
  'settings',
  ...DescribedName.options,
])
export type RegisterName = z.infer<typeof RegisterName>

/** A record's identity: made once by the engine, never reused. */
export const RecordId = z.string().min(1).max(64)

/** A line of text that may be empty; what people type, kept as they typed it. */
export const Line = z.string().max(500)
/** A passage of text that may be empty. */
export const Passage = z.string().max(20_000)

/**
 * Where a fact comes from: the document that says it and its words.
 * Facts entered from a notice, a contract or an interview keep their proof.
 */
export const Evidence = z.object({
  /** What the record claims, in the record's words. */
  fact: Line,
  /** The document, for example a notice's file name. */
  document: Line,
  /** The document's own words. */
  quote: Line,
})
export type Evidence = z.infer<typeof Evidence>

/** A contact by name or post: any part may be empty. */
export const Contact = z.object({
  role: Line,
  name: Line,
  email: Line,
  telephone: Line,
  address: Passage,
})
export type Contact = z.infer<typeof Contact>
