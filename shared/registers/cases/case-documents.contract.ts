import { z } from 'zod'
import { DocumentType, LogicalDocument } from '#shared/cases/document.ts'
import { PageFlag } from '#shared/cases/page.ts'
import { CaseNumber } from '#shared/cases/source.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { OfRequest } from './case-files.contract.ts'

/** A logical document in the index, with where it came from and how far it was reviewed. */
export const IndexedDocument = LogicalDocument.extend({
  path: z.string(),
  firstPlace: z.int().positive(),
  flags: z.partialRecord(PageFlag, z.int()),
})
export type IndexedDocument = z.infer<typeof IndexedDocument>

export const caseDocumentProcedures = {
  /** The index of logical documents: as they came, or as a chronology by the day they bear (undated last). */
  'cases.documents': query({
    input: OfRequest.extend({
      order: z.enum(['came', 'dated']),
      type: DocumentType.nullable(),
      text: z.string().max(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
    }),
    output: z.object({ documents: z.array(IndexedDocument), total: z.int() }),
  }),
  /** Lets a document begin at a page. */
  'cases.split': command({
    input: OfRequest.extend({ page: CaseNumber }),
    output: z.object({ document: CaseNumber }),
  }),
  /** Joins the document of a page to the one before it in the same source. */
  'cases.merge': command({
    input: OfRequest.extend({ page: CaseNumber }),
    output: z.object({ document: CaseNumber }),
  }),
  /** Says what a document is; what is left out stays. */
  'cases.describe': command({
    input: OfRequest.extend({
      document: CaseNumber,
      title: z.string().max(300).optional(),
      type: DocumentType.optional(),
      dated: PlainDate.nullable().optional(),
      author: z.string().max(200).optional(),
    }),
    output: z.object({}),
  }),
  /** Proposes where documents begin in long files, where nobody has split, merged or described yet; one step to undo. */
  'cases.proposeSplits': task({
    input: OfRequest,
    /** How many documents begin where none began before, and in how many files. */
    output: z.object({ proposed: z.int(), files: z.int() }),
  }),
  /** Writes the index, or the chronology, as CSV or XLSX. */
  'cases.writeIndex': task({
    input: OfRequest.extend({
      order: z.enum(['came', 'dated']),
      format: z.enum(['csv', 'xlsx']),
      to: z.string().min(1),
    }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string() }),
  }),
} as const
