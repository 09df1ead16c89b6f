import { z } from 'zod'
import { Word } from '../page.ts'
import { FormKind } from '../person.ts'
import { RemovedArea } from '../removal.ts'

/** Something that must stand nowhere: a way of naming somebody, or a number that is theirs. */
export const GateNeedle = z.object({
  person: z.int().nullable(),
  kind: z.enum(['person', 'protected']),
  form: FormKind,
  text: z.string(),
  /** Why it is looked for: "withheld", "undecided", "protected". */
  because: z.enum(['withheld', 'undecided', 'protected', 'term']),
})
export type GateNeedle = z.infer<typeof GateNeedle>

/** A name that may stand anywhere. What lies inside a longer one is no finding; inside an exclusion nothing is. */
export const OpenName = z.object({ form: FormKind, text: z.string(), isExclusion: z.boolean() })
export type OpenName = z.infer<typeof OpenName>

/** What is looked for in every file. */
export const GateNeedles = z.object({ needles: z.array(GateNeedle), open: z.array(OpenName) })
export type GateNeedles = z.infer<typeof GateNeedles>

/** What the process has to know of a page: what should be gone from it, and what may stay. */
export const KnownPage = z.object({
  /** Its number in the file, from 1. */
  page: z.int().positive(),
  areas: z.array(RemovedArea),
  /** The original's text with what is removed blotted out, and the words in it that stay with their boxes. */
  stays: z.string(),
  words: z.array(Word),
  /** Texts that stay visible although they name somebody, by the person whose they are; null for anybody's. */
  excepted: z.array(z.object({ person: z.int().nullable(), text: z.string() })),
})
export type KnownPage = z.infer<typeof KnownPage>
