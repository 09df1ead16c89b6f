import { choice, choices, day, items, line, passage } from '#shared/described/field.ts'
import { REFUSAL_EXEMPTIONS, REFUSAL_GROUNDS, REFUSAL_STATES } from '#shared/law/request-words.ts'
import { offered } from './offered.ts'
import { REQUEST_LETTERS } from './letter-kinds.ts'
import { SENT_LETTERS_FIELD } from './sent-letter.ts'

/** How a request ended. */
export const REQUEST_OUTCOMES = [
  { value: 'granted', label: 'Done in full' },
  { value: 'partly', label: 'Done in part' },
  { value: 'refused', label: 'Refused' },
  { value: 'noAction', label: 'No action taken' },
  { value: 'noData', label: 'No data held' },
  { value: 'withdrawn', label: 'Withdrawn by the person' },
  { value: 'notOurs', label: 'Not ours to answer', hint: 'Passed to the controller, or no request at all.' },
] as const

const noteOf = ({ value, label, hint }: { value: string; label: string; hint?: string }) => ({
  value,
  label,
  ...(hint && { hint }),
})

const EXEMPTIONS_OFFERED = REFUSAL_EXEMPTIONS.map(({ code, label, citation }) =>
  noteOf({ value: code, label: `${code} ${label}`, hint: citation }),
)

/** What was decided, why, what the person was told, and who else had to be told. */
export const ANSWER_FIELDS = {
  searched: passage('What was searched, and what was not', {
    hint: 'Places, people, words, period. A reasonable and proportionate search, in paper and electronic records alike.',
    citation: 'UK GDPR Art 15(1A)',
  }),
  outcome: choice('Outcome', REQUEST_OUTCOMES),
  decidedBy: line('Decided by'),
  grounds: choices('Grounds for not doing all', offered(REFUSAL_GROUNDS), { citation: 'UK GDPR Art 12(4)' }),
  exemptions: choices('Exemptions relied on', EXEMPTIONS_OFFERED, {
    citation: 'DPA 2018 Sch 2, Sch 3, Sch 4',
  }),
  exemptionsUnsaid: choices('Exemptions that letters do not name', EXEMPTIONS_OFFERED, {
    hint: 'Only where naming one would give away what it protects. Note why below.',
    citation: 'UK GDPR Art 12(4)',
  }),
  exemptionsUnsaidBecause: passage('Why they are not named', {
    hint: 'Stays in the record; no letter says it.',
  }),
  reasons: passage('Reasons', {
    hint: 'As the person can understand them. They go into the letter.',
    citation: 'UK GDPR Art 12(4)',
  }),
  stated: choices('What the letter said', offered(REFUSAL_STATES), {
    hint: 'A refusal without each of these is incomplete.',
    citation: 'UK GDPR Art 12(4); DPA 2018 ss.164A, 165',
  }),
  sentOn: day('Answer sent on', { citation: 'UK GDPR Art 12A(2)' }),
  delivery: choice('How it was sent', [
    { value: 'post', label: 'Post, signed for' },
    { value: 'email', label: 'Encrypted email' },
    { value: 'portal', label: 'Secure download' },
    { value: 'collected', label: 'Collected in person' },
    { value: 'spoken', label: 'Spoken, at the person’s wish' },
  ]),
  lateReason: passage('Why it was late', { hint: 'Only when it was sent after the last day.' }),
  recipientsTold: items(
    'Recipients told',
    {
      recipient: line('Recipient'),
      toldOn: day('Told on'),
      whyNot: line('Why not', { hint: 'Impossible, or out of all proportion.' }),
    },
    {
      called: 'recipient',
      hint: 'After correcting, erasing or restricting, everybody who had the data is told.',
      citation: 'UK GDPR Art 19',
    },
  ),
  closedOn: day('Closed on', { hint: 'When nothing more is to be done.' }),
  letters: items(
    'Letters made',
    {
      kind: choice('Letter', REQUEST_LETTERS),
      madeOn: day('Made on'),
      sentOn: day('Sent on'),
      wording: passage('Wording'),
    },
    { called: 'kind', hint: 'The page “Letters” writes them and notes them here.' },
  ),
  sentLetters: SENT_LETTERS_FIELD,
}
