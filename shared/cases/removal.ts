import { z } from 'zod'
import { Box } from './mark.ts'
import { CaseNumber } from './source.ts'

/** What of a page is removed, as it is frozen with the plan of a pack. */
export const RemovedArea = z.object({
  mark: CaseNumber,
  /** Empty for the whole page. */
  boxes: z.array(Box),
  /** The words that are removed, as they stand in the page's text; empty where only a picture is. */
  words: z.string(),
  /** What is printed in its place: "Person C". */
  label: z.string(),
  /** What is read aloud and found in its place: "redacted: Person C, another child". */
  spoken: z.string(),
  exemption: z.string(),
  /** Why, in plain words. */
  reason: z.string(),
  person: CaseNumber.nullable(),
})
export type RemovedArea = z.infer<typeof RemovedArea>

/** How a page is made: its own objects without those removed, or anew from its picture. */
export const PageMaking = z.enum(['objects', 'picture'])
export type PageMaking = z.infer<typeof PageMaking>

/** A page of a pack on which something is removed. */
export const PageRemoval = z.object({ page: CaseNumber, making: PageMaking, areas: z.array(RemovedArea) })
export type PageRemoval = z.infer<typeof PageRemoval>
