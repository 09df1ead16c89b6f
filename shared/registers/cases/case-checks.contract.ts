import { z } from 'zod'
import { CheckedPage, CheckVerdict, SecondCheck } from '#shared/cases/second-check.ts'
import { CaseNumber } from '#shared/cases/source.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { OfRequest } from './case-files.contract.ts'

/** The same page or passage, decided otherwise in another case. */
export const Conflict = z.object({
  page: CaseNumber,
  place: z.int().positive(),
  title: z.string(),
  /** The other case: its request and reference. */
  otherRequest: z.string(),
  otherReference: z.string(),
  otherPage: CaseNumber,
  kind: z.enum(['page', 'passage']),
  /** What is decided here and there, in words. */
  here: z.string(),
  there: z.string(),
  thereBecause: z.string(),
  wasReleased: z.boolean(),
})
export type Conflict = z.infer<typeof Conflict>

/** What was decided otherwise elsewhere, as it was the last time somebody looked. */
export const Conflicts = z.object({
  /** Null until they were looked for. */
  lookedAt: Instant.nullable(),
  /** Whether pages or marks of this case changed since. */
  isStale: z.boolean(),
  /** How many other cases were compared, and the references of those that could not be opened. */
  cases: z.int(),
  unread: z.array(z.string()),
  conflicts: z.array(Conflict),
  more: z.int(),
})
export type Conflicts = z.infer<typeof Conflicts>

/** What is different in this phase from what was handed over before. */
export const PhaseDifference = z.object({
  page: CaseNumber,
  place: z.int().positive(),
  title: z.string(),
  change: z.enum(['added', 'moreRemoved', 'lessRemoved', 'noLonger']),
  says: z.string(),
})
export type PhaseDifference = z.infer<typeof PhaseDifference>

/** What a second check would be about. */
export const CheckScope = z.object({
  /** Pages to be released that were not handed over before. */
  toRelease: z.int(),
  /** Documents with something removed from any of them: each is in every sample. */
  markedDocuments: z.int(),
  /** Pages that should be in the check that was begun last, and are not. */
  missing: z.int(),
  /** Who decided about these pages, and so cannot check them. */
  reviewers: z.array(z.string()),
})
export type CheckScope = z.infer<typeof CheckScope>

export const caseCheckProcedures = {
  'cases.checkScope': query({ input: OfRequest, output: CheckScope }),
  /** The second check that is under way or was signed off last; null where there was none. */
  'cases.secondCheck': query({ input: OfRequest, output: SecondCheck.nullable() }),
  /** Begins a second check by somebody who decided about none of its pages. A sample is drawn anew each time. */
  'cases.beginCheck': command({
    input: OfRequest.extend({
      kind: z.enum(['sample', 'full']),
      share: z.int().min(1).max(100),
      checker: z.string().trim().min(2).max(200),
    }),
    output: SecondCheck,
  }),
  'cases.checkedPages': query({
    input: OfRequest.extend({ show: z.enum(['all', 'open', 'returned']) }),
    output: z.array(CheckedPage),
  }),
  /** Agrees with a page, or returns it with a note, which opens it again. */
  'cases.checkPage': command({
    input: OfRequest.extend({ page: CaseNumber, verdict: CheckVerdict, note: z.string().max(1000) }),
    output: SecondCheck,
  }),
  /** Signs off, with both names; throws `rule` while a page is unchecked, returned or changed since. */
  'cases.signOff': command({
    input: OfRequest.extend({ reviewer: z.string().trim().min(2).max(200) }),
    output: SecondCheck,
  }),
  /** Compares every page with those of the other cases of the register. */
  'cases.findConflicts': task({ input: OfRequest, output: Conflicts }),
  'cases.conflicts': query({ input: OfRequest, output: Conflicts }),
  'cases.differences': query({ input: OfRequest, output: z.array(PhaseDifference) }),
} as const
