import { z } from 'zod'
import { Mark, MarkAnswers, MarkShape, MarkState, MarkTarget } from '#shared/cases/mark.ts'
import { RedactionTerm, TermSaid } from '#shared/cases/redaction-term.ts'
import { CaseNumber } from '#shared/cases/source.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { OfRequest } from './case-files.contract.ts'

const OnPage = OfRequest.extend({ page: CaseNumber })

/** What a mark says besides where it is. */
export const MarkSaid = z.object({
  exemption: z.string().max(40),
  answers: MarkAnswers,
  reason: z.string().max(1000),
  label: z.string().max(200),
})
export type MarkSaid = z.infer<typeof MarkSaid>

/** A reason that one key puts on a mark. */
export const QuickReason = MarkSaid.omit({ answers: true })
export type QuickReason = z.infer<typeof QuickReason>

/** A place on a page that can be marked as a whole: a cell, or a line of a mail's head. */
export const PagePart = z.object({ target: MarkTarget, text: z.string(), start: z.int(), end: z.int() })
export type PagePart = z.infer<typeof PagePart>

export const caseMarkProcedures = {
  /** Marks a place; accepted at once. Throws `rule` where the exemption asks what was not answered. */
  'cases.mark': command({
    input: OnPage.extend({
      shape: MarkShape,
      target: MarkTarget,
      said: MarkSaid,
      person: CaseNumber.nullable(),
    }),
    output: Mark,
  }),
  /** Changes marks; what is left out stays. One step to undo. */
  'cases.changeMarks': command({
    input: OfRequest.extend({
      marks: z.array(CaseNumber).min(1).max(20_000),
      changes: MarkSaid.partial().extend({ state: MarkState.optional(), shape: MarkShape.optional() }),
    }),
    output: z.object({ changed: z.int() }),
  }),
  'cases.removeMarks': command({
    input: OfRequest.extend({ marks: z.array(CaseNumber).min(1).max(20_000) }),
    output: z.object({ removed: z.int() }),
  }),
  /** The next or the last mark that is only proposed, seen from a mark or a page; null where there is none. */
  'cases.nextSuggestion': query({
    input: OnPage.extend({ after: CaseNumber.nullable(), direction: z.enum(['next', 'previous']) }),
    output: z.object({ page: CaseNumber.nullable(), mark: CaseNumber.nullable(), left: z.int() }),
  }),
  /** Puts the accepted marks of a page onto all pages with the same text. */
  'cases.copyMarks': command({ input: OnPage, output: z.object({ pages: z.int(), marks: z.int() }) }),
  /** Proposes a mark wherever the words of a mark stand. */
  'cases.markLike': task({
    input: OfRequest.extend({ mark: CaseNumber }),
    output: z.object({ proposed: z.int(), pages: z.int() }),
  }),
  /** Cells, rows and columns of a page of a sheet, or the lines of a mail's head. */
  'cases.pageParts': query({ input: OnPage, output: z.array(PagePart) }),
  'cases.terms': query({ input: OfRequest, output: z.array(RedactionTerm) }),
  /** Saves a term; throws `invalid` where its pattern is none. */
  'cases.saveTerm': command({
    input: OfRequest.extend({ term: CaseNumber.nullable(), said: TermSaid }),
    output: z.object({ term: CaseNumber }),
  }),
  /** Takes a term away with what it proposed; what was accepted stays. */
  'cases.removeTerm': command({ input: OfRequest.extend({ term: CaseNumber }), output: z.object({}) }),
  /** Looks for every saved term in every page, or for some of them, and proposes marks; or accepts them at once. */
  'cases.applyTerms': task({
    input: OfRequest.extend({
      terms: z.array(CaseNumber).max(5000).nullable(),
      state: MarkState.exclude(['rejected']),
    }),
    output: z.object({ marks: z.int(), pages: z.int(), spared: z.int() }),
  }),
  /** The reasons of the keys 1 to 9, kept with the case. */
  'cases.quickReasons': query({ input: OfRequest, output: z.array(QuickReason).max(9) }),
  'cases.keepQuickReasons': command({
    input: OfRequest.extend({ reasons: z.array(QuickReason).max(9) }),
    output: z.object({}),
  }),
} as const
