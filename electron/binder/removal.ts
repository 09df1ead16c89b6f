import { z } from 'zod'
import { Box } from '#shared/cases/mark.ts'
import { PageMaking, RemovedArea } from '#shared/cases/removal.ts'

/** What the binder is told of a removal: where, which words, and what stands there instead; never why. */
export const AreaToRemove = RemovedArea.pick({ boxes: true, words: true, label: true, spoken: true })
export type AreaToRemove = z.infer<typeof AreaToRemove>

/** What is removed from one of the pages that are taken; `at` is its place among them, from 0. */
export const PageToRemove = z.object({
  at: z.int().min(0),
  making: PageMaking,
  areas: z.array(AreaToRemove),
})
export type PageToRemove = z.infer<typeof PageToRemove>

/** A word and where it stands on the page as shown, in points from its top left; turned by quarters, clockwise. */
export const PlacedWord = Box.extend({ text: z.string(), turn: z.int().min(0).max(3) })
export type PlacedWord = z.infer<typeof PlacedWord>

/** The words that were recognised on one of the pages that are taken. */
export const PageLayer = z.object({ at: z.int().min(0), words: z.array(PlacedWord) })
export type PageLayer = z.infer<typeof PageLayer>
