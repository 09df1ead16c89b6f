import { z } from 'zod'
import seedsMapJson from '#resources/sample/seeds-map.json' with { type: 'json' }
import { DescribedName } from '#shared/described/names.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'

const Holder = z.strictObject({
  register: z.enum(['organisations', 'contracts', 'activities', 'vocabulary', ...DescribedName.options]),
  /** A name, an activity's reference, or "list/term". */
  name: z.string(),
  where: z.enum(['evidence', 'commitment', 'question', 'field']),
})
export type Holder = z.infer<typeof Holder>

const SeedsMap = z.strictObject({
  rows: z.array(
    z.strictObject({
      row: z.int(),
      section: z.string().regex(/^[A-O]$/),
      fact: z.string().min(1),
      notice: z.enum(['000', '001', '002', '003', '004']),
      quote: z.string().min(1),
      heldBy: z.array(Holder).min(1),
      raisedBy: z.array(z.strictObject({ rule: z.string(), name: z.string() })).optional(),
      note: z.string().optional(),
    }),
  ),
})

/** What the notices make a register hold, row by row, and where the sample holds it. */
export const SEEDS_MAP = SeedsMap.parse(seedsMapJson).rows

type Quoted = Readonly<Record<'document' | 'quote', string>>

/** The quotes a record holds at one place, each with the notice it is from. */
export function quotesAt(content: RegisterContent, { register, name, where }: Holder) {
  const record = recordOf(content, register, name)
  if (!record) return undefined
  const held: Readonly<Record<Holder['where'], unknown>> = {
    evidence: 'evidence' in record ? record.evidence : [],
    commitment: 'commitments' in record ? record.commitments : [],
    question: 'questions' in record ? record.questions : [],
    field: [],
  }
  return (held[where] as readonly Quoted[]).map(({ document, quote }) => ({
    notice: noticeOf(document),
    quote,
  }))
}

/** The number of the notice that a document's label begins with. */
export function noticeOf(document: string): string | undefined {
  return /^Notice (\d{3}): /.exec(document)?.[1]
}

/** A record by the name the map gives it. */
export function recordOf(content: RegisterContent, register: Holder['register'], name: string) {
  switch (register) {
    case 'organisations':
      return content.organisations.find(({ legalName }) => legalName === name)
    case 'contracts':
      return content.contracts.find((contract) => contract.name === name)
    case 'activities':
      return content.activities.find(({ reference }) => reference === name)
    case 'vocabulary':
      return content.terms.find((term) => `${term.vocabulary}/${term.name}` === name)
    default:
      return content.described[register].find((record) => record.name === name)
  }
}
