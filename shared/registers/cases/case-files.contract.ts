import { z } from 'zod'
import { CaseNumber, Source, SourceState } from '#shared/cases/source.ts'
import { RecordId } from '#shared/records/record.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'

/** The request whose documents are meant. */
export const OfRequest = z.strictObject({ request: RecordId })

/** How many files ended in which way. */
export const SourceCounts = z.object({
  waiting: z.int(),
  read: z.int(),
  partial: z.int(),
  'not-read': z.int(),
})

/** What an import did, or a second attempt at files that could not be read. */
const Imported = z.object({ added: z.int(), counts: SourceCounts, pages: z.int() })

export const caseFileProcedures = {
  /**
   * Brings files and folders in, with everything inside them. Each file ends as read, read in part or not read; one
   * that is stopped or killed goes on with `cases.goOn`, and nothing is lost or there twice.
   */
  'cases.import': task({
    input: OfRequest.extend({
      paths: z.array(z.string().min(1)).min(1).max(10_000),
      /** The entry of the search record under which they were found. */
      search: RecordId.nullable(),
      /** Opens locked files; kept nowhere. */
      password: z.string().max(500).nullable(),
    }),
    output: Imported,
  }),
  /** Reads what is still waiting after an import that was stopped. */
  'cases.goOn': task({
    input: OfRequest.extend({ password: z.string().max(500).nullable() }),
    output: Imported,
  }),
  /** Reads a file again that was not read, or in part, for example with its password. */
  'cases.readAgain': task({
    input: OfRequest.extend({ source: CaseNumber, password: z.string().max(500).nullable() }),
    output: Imported,
  }),
  /** Recognises the words of pages that are pictures, page by page, until none waits or it is stopped. */
  'cases.recognise': task({
    input: OfRequest,
    output: z.object({ recognised: z.int(), failed: z.int(), waiting: z.int() }),
  }),
  'cases.sources': query({
    input: OfRequest.extend({
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
      state: SourceState.nullable(),
      /** Part of a name. */
      text: z.string().max(200),
      /** Only what holds something that does not show. */
      hidden: z.boolean(),
    }),
    output: z.object({ sources: z.array(Source), total: z.int() }),
  }),
  'cases.source': query({
    input: OfRequest.extend({ source: CaseNumber }),
    /** The files found in it, and the first page that shows it. */
    output: z.object({ source: Source, parts: z.array(Source), firstPage: CaseNumber.nullable() }),
  }),
  /** Writes the original of a file as it came, byte for byte. */
  'cases.saveOriginal': task({
    input: OfRequest.extend({ source: CaseNumber, to: z.string().min(1) }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string() }),
  }),
  /** Groups of files that are the same byte for byte, or in their text. */
  'cases.duplicates': query({
    input: OfRequest,
    output: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(['bytes', 'text']),
        sources: z.array(z.object({ id: CaseNumber, path: z.string(), pages: z.int() })),
        kept: CaseNumber.nullable(),
        because: z.string(),
      }),
    ),
  }),
  /** Decides once which of the same files is kept; the pages of the others are flagged as duplicates. */
  'cases.decideDuplicates': command({
    input: OfRequest.extend({ key: z.string(), kept: CaseNumber, because: z.string().max(500) }),
    output: z.object({ flagged: z.int() }),
  }),
} as const
