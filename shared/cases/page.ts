import { z } from 'zod'
import { CaseNumber } from './source.ts'

/** What a reviewer decided about a page as a whole; null while it was not looked at. */
export const PageFlag = z.enum(['release', 'withhold', 'outOfScope', 'duplicate', 'query'])
export type PageFlag = z.infer<typeof PageFlag>

/** The flags with their words and the keys that set them. */
export const PAGE_FLAGS = [
  { value: 'release', label: 'Release', key: 'A' },
  { value: 'withhold', label: 'Withhold', key: 'W' },
  { value: 'outOfScope', label: 'Out of scope', key: 'O' },
  { value: 'duplicate', label: 'Duplicate', key: 'U' },
  { value: 'query', label: 'Query', key: 'Q' },
] as const

/** Where the text of a page comes from, or why there is none. */
export const TextState = z.enum(['text', 'none', 'waiting', 'recognised', 'failed'])
export type TextState = z.infer<typeof TextState>

/** A page of a case, without its text. Its number is its place in the case. */
export const Page = z.object({
  id: CaseNumber,
  source: CaseNumber,
  /** The logical document it belongs to. */
  document: CaseNumber,
  /** Its number in the source, from 1. */
  number: z.int().positive(),
  /** "Page 3", "Sheet Budget", "Message". */
  label: z.string(),
  /** In points (1/72 inch), as it is shown. */
  width: z.number().positive(),
  height: z.number().positive(),
  textState: TextState,
  /** Whether it is mostly a picture, which is blurred until it is asked for. */
  isPicture: z.boolean(),
  flag: PageFlag.nullable(),
  /** Why it was flagged so, in the reviewer's words; for what is withheld also the code of the exemption. */
  flagBecause: z.string(),
  exemption: z.string(),
  /** Why it has to be looked at again, for a decision that touches it was changed; empty where it need not. */
  reopened: z.string(),
})
export type Page = z.infer<typeof Page>

/** A word on a page: where it stands in the text (UTF-16 units), and its box in points from the top left of the page as shown. */
export const Word = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  left: z.number(),
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
})
export type Word = z.infer<typeof Word>

/** The text of a page with the boxes of its words. */
export const PageWords = z.object({ text: z.string(), words: z.array(Word) })
export type PageWords = z.infer<typeof PageWords>
