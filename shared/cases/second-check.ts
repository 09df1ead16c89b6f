import { z } from 'zod'
import { Instant } from '#shared/time/instant.ts'
import { CaseNumber } from './source.ts'

/** Whether a page is as a second person would have it. */
export const CheckVerdict = z.enum(['agree', 'return'])
export type CheckVerdict = z.infer<typeof CheckVerdict>

/** A second check of a case, all its pages to be released or a sample of them, and how far it is. */
export const SecondCheck = z.object({
  id: CaseNumber,
  kind: z.enum(['sample', 'full']),
  /** Percent of the pages; 100 for a full one. */
  share: z.int().min(1).max(100),
  checker: z.string(),
  /** Who decided about the pages: all that flagged or marked them. */
  reviewers: z.array(z.string()),
  begunAt: Instant,
  pages: z.int(),
  checked: z.int(),
  /** Pages that were returned at least once. */
  returned: z.int(),
  /** Returned pages that were not changed since. */
  open: z.int(),
  /** Pages that were changed after they were checked: they are to be looked at again. */
  stale: z.int(),
  signedOff: z.object({ at: Instant, checker: z.string(), reviewer: z.string() }).nullable(),
})
export type SecondCheck = z.infer<typeof SecondCheck>

/** How many of the pages checked were returned, from 0 to 1; null while none is checked. */
export const errorRate = ({ checked, returned }: Pick<SecondCheck, 'checked' | 'returned'>): number | null =>
  checked === 0 ? null : returned / checked

/** A page of a second check. */
export const CheckedPage = z.object({
  page: CaseNumber,
  place: z.int().positive(),
  verdict: CheckVerdict.nullable(),
  note: z.string(),
  isStale: z.boolean(),
})
export type CheckedPage = z.infer<typeof CheckedPage>
