import { z } from 'zod'
import { LogicalDocument } from '#shared/cases/document.ts'
import { Mark } from '#shared/cases/mark.ts'
import { Page, PageFlag, PageWords } from '#shared/cases/page.ts'
import { CaseNumber } from '#shared/cases/source.ts'
import { command, query } from '#shared/rpc/procedure.ts'
import { OfRequest } from './case-files.contract.ts'

const OnPage = OfRequest.extend({ page: CaseNumber })

/** A page with its neighbours' numbers and all that stands beside it. */
export const ShownPage = z.object({
  page: Page,
  /** Its place among all pages of the case in the order of reading, from 1, and how many there are. */
  place: z.int().positive(),
  of: z.int().positive(),
  previous: CaseNumber.nullable(),
  next: CaseNumber.nullable(),
  /** Up to ten pages after it and before it, the nearest first: what is looked at next. */
  ahead: z.array(CaseNumber),
  behind: z.array(CaseNumber),
  document: LogicalDocument,
  /** Its place in that document, from 1. */
  placeInDocument: z.int().positive(),
  /** The place of that document among all, as they came, from 1. */
  documentPlace: z.int().positive(),
  /** The first pages of the documents before and after it. */
  previousDocument: CaseNumber.nullable(),
  nextDocument: CaseNumber.nullable(),
  path: z.string(),
  type: z.string(),
  marks: z.array(Mark),
})
export type ShownPage = z.infer<typeof ShownPage>

/** A page that was found, with a line of it in pieces; `hit` are the words looked for. */
export const PageHit = z.object({
  page: CaseNumber,
  place: z.int(),
  title: z.string(),
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
})
export type PageHit = z.infer<typeof PageHit>

const FlagSaid = {
  flag: PageFlag.nullable(),
  because: z.string().max(500),
  /** The code of an exemption of the library; only with what is withheld. */
  exemption: z.string().max(40),
}

export const casePageProcedures = {
  'cases.page': query({ input: OnPage, output: ShownPage }),
  /** The page at a place in the order of reading, from 1; the nearest one where there is none. */
  'cases.pageAt': query({
    input: OfRequest.extend({ place: z.int().positive() }),
    output: z.object({ page: CaseNumber.nullable() }),
  }),
  'cases.pageWords': query({ input: OnPage, output: PageWords }),
  /** The page drawn as PNG, so many pixels wide, in base64. */
  'cases.picture': query({
    input: OnPage.extend({ width: z.int().min(50).max(3000) }),
    output: z.object({ png: z.string(), width: z.int(), height: z.int() }),
  }),
  /**
   * Pages whose text holds every word, phrases in quotation marks, the last word also as a beginning. Best first, or
   * in the order of reading where there are ten thousand, which is as far as `total` counts. `waiting` pages were not
   * searched: their words are still to be recognised.
   */
  'cases.find': query({
    input: OfRequest.extend({ text: z.string().max(300), limit: z.int().min(1).max(200) }),
    output: z.object({ total: z.int(), waiting: z.int(), hits: z.array(PageHit) }),
  }),
  /**
   * The whole case in at most `buckets` parts of the same number of pages: how many of each flag, how many have marks
   * that remove something, and how many have to be looked at again; those are counted under no flag.
   */
  'cases.strip': query({
    input: OfRequest.extend({ buckets: z.int().min(1).max(400) }),
    output: z.array(
      z.object({
        firstPlace: z.int(),
        pages: z.int(),
        flags: z.partialRecord(PageFlag, z.int()),
        marked: z.int(),
        reopened: z.int(),
      }),
    ),
  }),
  /** Flags pages, or takes their flag away with null; one step to undo. */
  'cases.flag': command({
    input: OfRequest.extend({ pages: z.array(CaseNumber).min(1).max(20_000), ...FlagSaid }),
    output: z.object({ flagged: z.int() }),
  }),
  /** Flags the pages of a document that have no flag yet, so that no decision is lost; one step to undo. */
  'cases.flagDocument': command({
    input: OfRequest.extend({ document: CaseNumber, ...FlagSaid, flag: PageFlag }),
    output: z.object({ flagged: z.int(), kept: z.int() }),
  }),
  /** Where reading was left, so that it goes on there; also tells how long the last page took. */
  'cases.keepPlace': command({
    input: OnPage.extend({ secondsOnLast: z.int().min(0).max(600) }),
    output: z.object({}),
  }),
  /** Takes the last change to the case back; says what it was, or null when there is none. */
  'cases.undo': command({ input: OfRequest, output: z.object({ says: z.string().nullable() }) }),
  'cases.redo': command({ input: OfRequest, output: z.object({ says: z.string().nullable() }) }),
} as const
