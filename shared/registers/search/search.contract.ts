import { z } from 'zod'
import { RegisterName } from '#shared/records/record.ts'
import { query } from '#shared/rpc/procedure.ts'

/** A record that matches what was typed. */
export const SearchHit = z.object({
  register: RegisterName,
  id: z.string(),
  title: z.string(),
  /** What kind of record it is, in words. */
  detail: z.string(),
  /** The line that matches, in pieces; empty when only the title does. */
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
})
export type SearchHit = z.infer<typeof SearchHit>

const Typed = z.string().max(200)

export const searchProcedures = {
  /** Records that hold a word beginning with each of the words typed, in all registers or in some; the best matches first. */
  'search.everything': query({
    input: z.object({
      text: Typed,
      registers: z.array(RegisterName).optional(),
      limit: z.int().min(1).max(100),
    }),
    output: z.array(SearchHit),
  }),
  /** How many records of each register match what was typed; registers without any are left out. */
  'search.counts': query({
    input: z.object({ text: Typed }),
    output: z.array(z.object({ register: RegisterName, count: z.int() })),
  }),
} as const
