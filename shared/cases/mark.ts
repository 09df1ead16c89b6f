import { z } from 'zod'
import { Instant } from '#shared/time/instant.ts'
import { CaseNumber } from './source.ts'

/** A rectangle on a page, in points from its top left as shown. */
export const Box = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() })
export type Box = z.infer<typeof Box>

/** What of a page a mark covers. */
export const MarkShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page') }),
  /** Rectangles: drawn by hand, a picture or a part of one. */
  z.object({ kind: z.literal('box'), boxes: z.array(Box).min(1).max(200) }),
  /** Words, also across line breaks: their places in the page's text (UTF-16 units), and their boxes. */
  z.object({
    kind: z.literal('text'),
    start: z.int().min(0),
    end: z.int().positive(),
    boxes: z.array(Box).min(1).max(2000),
  }),
])
export type MarkShape = z.infer<typeof MarkShape>

/** What a mark was put on: plain words or a place, cells of a sheet ("B4", "B:B", "4:4"), or a line of a mail's head. */
export const MarkTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plain') }),
  z.object({ kind: z.literal('cells'), sheet: z.string(), ref: z.string() }),
  z.object({ kind: z.literal('header'), field: z.string() }),
])
export type MarkTarget = z.infer<typeof MarkTarget>

/** Who or what put a mark there. */
export const MarkOrigin = z.enum(['hand', 'person', 'term', 'copy'])
export type MarkOrigin = z.infer<typeof MarkOrigin>

/** A mark that is only proposed hides nothing yet; one that was rejected is an exception and stays as a record. */
export const MarkState = z.enum(['proposed', 'accepted', 'rejected'])
export type MarkState = z.infer<typeof MarkState>

/** The questions of an exemption with their answers, by the code of the question. */
export const MarkAnswers = z.record(z.string().max(60), z.string().max(2000))
export type MarkAnswers = z.infer<typeof MarkAnswers>

/** Something on a page that is not to be disclosed, and why. */
export const Mark = z.object({
  id: CaseNumber,
  page: CaseNumber,
  shape: MarkShape,
  target: MarkTarget,
  origin: MarkOrigin,
  state: MarkState,
  /** The code of an exemption of the library; empty while nobody said. */
  exemption: z.string(),
  answers: MarkAnswers,
  /** Why, in plain words; for an exception why it is disclosed. */
  reason: z.string(),
  /** What stands in its place: "Person C, another child". */
  label: z.string(),
  /** The person of the case it hides; null where it hides no person. */
  person: CaseNumber.nullable(),
  /** The saved term that found it; null for others. */
  term: CaseNumber.nullable(),
  madeAt: Instant,
  madeBy: z.string(),
})
export type Mark = z.infer<typeof Mark>

/** What hides something now: an accepted mark. */
export const hides = ({ state }: Pick<Mark, 'state'>): boolean => state === 'accepted'
