import { z } from 'zod'
import { Instant } from '#shared/time/instant.ts'
import { CaseNumber } from './source.ts'

/** A rectangle on a page, in points from its top left as shown. */
const Box = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() })

/** What of a page a mark covers. */
export const MarkShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page') }),
  z.object({ kind: z.literal('box'), boxes: z.array(Box).min(1) }),
  /** Words, also across line breaks: their places in the page's text, and their boxes. */
  z.object({
    kind: z.literal('text'),
    start: z.int().min(0),
    end: z.int().positive(),
    boxes: z.array(Box).min(1),
  }),
])
export type MarkShape = z.infer<typeof MarkShape>

/** Something on a page that is not to be disclosed, and why. */
export const Mark = z.object({
  id: CaseNumber,
  page: CaseNumber,
  shape: MarkShape,
  state: z.enum(['proposed', 'accepted', 'rejected']),
  /** The code of an exemption of the library. */
  exemption: z.string(),
  reason: z.string(),
  /** What stands in its place: "Person C, another child". */
  label: z.string(),
  /** The person of the case it hides; null where it hides no person. */
  person: CaseNumber.nullable(),
  madeAt: Instant,
  madeBy: z.string(),
})
export type Mark = z.infer<typeof Mark>
