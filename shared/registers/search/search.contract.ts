import { z } from 'zod'
import { RegisterName } from '#shared/records/record.ts'
import { query } from '#shared/rpc/procedure.ts'

/** A record that matches what was typed. */
export const SearchHit = z.object({
  register: RegisterName,
  id: z.string(),
  title: z.string(),
  detail: z.string(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const searchProcedures = {
  /** Records of every register whose text holds all the words typed; the best matches first. */
  'search.everything': query({
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(100) }),
    output: z.array(SearchHit),
  }),
} as const
