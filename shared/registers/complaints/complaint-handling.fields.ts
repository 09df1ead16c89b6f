import { choice, day, items, line, passage, yesNo } from '#shared/described/field.ts'
import { COMPLAINT_OUTCOMES } from '#shared/law/complaint-outcomes.ts'
import { COMPLAINT_LETTERS } from './letter-kinds.ts'

/** What was done about a complaint, what the person was told, and what the Commissioner wrote. */
export const HANDLING_FIELDS = {
  acknowledgedOn: day('Acknowledged on', {
    hint: 'An outcome told within the 30 days needs no acknowledgement of its own.',
    citation: 'DPA 2018 s.164A',
  }),
  acknowledgedHow: line('How it was acknowledged'),
  handledBy: line('Looked into by', { hint: 'Better not by somebody it is about.' }),
  enquiries: items(
    'Enquiries',
    {
      what: line('What was asked'),
      askedOf: line('Of whom'),
      askedOn: day('Asked on'),
      answeredOn: day('Answered on'),
      found: passage('What was found'),
    },
    { called: 'what', citation: 'DPA 2018 s.164A' },
  ),
  updates: items(
    'What the person was told meanwhile',
    { told: line('Told'), toldOn: day('Told on') },
    { called: 'told', citation: 'DPA 2018 s.164A' },
  ),
  nextUpdateOn: day('Next progress promised for', {
    hint: 'The law sets no day for the outcome: a promised day keeps it moving.',
  }),
  outcome: choice(
    'Outcome',
    COMPLAINT_OUTCOMES.map(({ code, label, note }) => ({ value: code, label, hint: note })),
    { citation: 'DPA 2018 s.164A' },
  ),
  reasons: passage('Reasons', { hint: 'They go into the letter.' }),
  remedy: passage('What is done about it', { hint: 'For the person, and so that it does not happen again.' }),
  toldOn: day('Outcome told on', { citation: 'DPA 2018 s.164A' }),
  commissionerTold: yesNo('Told how to complain to the Commissioner', { citation: 'DPA 2018 s.165' }),
  escalatedOn: day('Taken to the Commissioner on'),
  commissionerReference: line('The Commissioner’s reference'),
  correspondence: items(
    'Letters with the Commissioner',
    {
      summary: line('What it says'),
      direction: choice('Which way', [
        { value: 'in', label: 'From the Commissioner' },
        { value: 'out', label: 'To the Commissioner' },
      ]),
      dated: day('Date'),
      reference: line('Reference'),
      replyDueOn: day('Reply due on', { hint: 'As the Commissioner’s letter says.' }),
      repliedOn: day('Replied on'),
    },
    { called: 'summary', citation: 'DPA 2018 s.165' },
  ),
  letters: items(
    'Letters made',
    {
      kind: choice('Letter', COMPLAINT_LETTERS),
      madeOn: day('Made on'),
      sentOn: day('Sent on'),
      wording: passage('Wording'),
    },
    { called: 'kind', hint: 'The page “Letters” writes them and notes them here.' },
  ),
  closedOn: day('Closed on', { hint: 'When nothing more is to be done.' }),
}
