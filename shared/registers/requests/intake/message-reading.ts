import { z } from 'zod'

/** The fields of a request that a message can fill. */
export const IntakeField = z.enum([
  'right',
  'alsoAsks',
  'receivedOn',
  'channel',
  'organisationId',
  'requesterKind',
  'requesterName',
  'requesterReference',
  'sendTo',
  'personName',
  'personKind',
  'personBorn',
  'childAge',
  'peopleIds',
  'caseNumbers',
  'scopeFrom',
  'scopeTo',
  'scope',
])
export type IntakeField = z.infer<typeof IntakeField>

/** What a message seems to say about one field, and the words it rests on. A person confirms it. */
export const Proposal = z.object({
  field: IntakeField,
  /** A code, a day, a number, a text or an id, as the field keeps it. */
  value: z.union([z.string(), z.number()]),
  /** The message's own words. */
  quote: z.string(),
  /** Why these words were read so. */
  why: z.string(),
  /** Whether the words leave little doubt; what is only likely is said to be. */
  isSure: z.boolean(),
})
export type Proposal = z.infer<typeof Proposal>

/** Something the message does not say, and whether asking for it stops the time. */
export const Missing = z.object({
  key: z.string(),
  what: z.string(),
  /** What the law makes of asking for it. */
  effect: z.string(),
  /** The letter that asks for it. */
  letter: z.enum(['identity', 'clarification']).nullable(),
  citation: z.string(),
})
export type Missing = z.infer<typeof Missing>

/** What was read in a message. Every quote is a part of `text`. */
export const MessageReading = z.object({
  /** The message as it was read: without markup, its lines as they stood. */
  text: z.string(),
  /** Said when only the beginning of a very long message was looked through. */
  cut: z.boolean(),
  /** What was asked, in the person's words, for the record. */
  wording: z.string(),
  /** For each field the likeliest first; fields that take several values have one proposal for each. */
  proposals: z.array(Proposal),
  missing: z.array(Missing),
  /** What else stands out, for example that it is called a freedom of information request. */
  notes: z.array(z.object({ text: z.string(), quote: z.string() })),
  /** A title without the person's name. */
  title: z.string(),
})
export type MessageReading = z.infer<typeof MessageReading>

/** What is proposed for a field first, or null. */
export function firstProposal(proposals: readonly Proposal[], field: IntakeField): Proposal | null {
  return proposals.find((one) => one.field === field) ?? null
}
