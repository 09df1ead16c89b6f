import { z } from 'zod'
import { PlainDate } from '#shared/time/plain-date.ts'
import { CaseNumber } from './source.ts'

/** What kind of writing a logical document is; `other` until somebody says. */
export const DocumentType = z.enum([
  'letter',
  'email',
  'form',
  'report',
  'assessment',
  'plan',
  'minutes',
  'caseNote',
  'court',
  'health',
  'education',
  'police',
  'photograph',
  'spreadsheet',
  'calendar',
  'contact',
  'other',
])
export type DocumentType = z.infer<typeof DocumentType>

/**
 * A logical document: a run of pages of one source that belong together, from its first page to the one before
 * the next document begins.
 */
export const LogicalDocument = z.object({
  id: CaseNumber,
  source: CaseNumber,
  firstPage: CaseNumber,
  pages: z.int().positive(),
  title: z.string(),
  type: DocumentType,
  /** The day it bears; null while it is not known. */
  dated: PlainDate.nullable(),
  author: z.string(),
  /** Why it was proposed to begin here, in words; empty where a person said so, or it is the whole source. */
  because: z.string(),
  /** Whether a person confirmed or made it. */
  isConfirmed: z.boolean(),
})
export type LogicalDocument = z.infer<typeof LogicalDocument>
