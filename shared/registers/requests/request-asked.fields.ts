import { choice, choices, day, line, links, passage, yesNo } from '#shared/described/field.ts'
import { CHANNELS } from '#shared/law/request-people.ts'
import { RIGHTS_HANDLED } from '#shared/law/request-words.ts'
import { offered } from './offered.ts'

/** How far a request is, in the order in which it is worked on. */
export const REQUEST_STAGES = [
  { value: 'received', label: 'Received' },
  { value: 'checking', label: 'Checking who asks and what for' },
  { value: 'searching', label: 'Searching' },
  { value: 'reviewing', label: 'Reviewing what was found' },
  { value: 'ready', label: 'Ready to send' },
  { value: 'sent', label: 'Answered' },
] as const

/** What is asked for, how it came, and what it is about. */
export const ASKED_FIELDS = {
  right: choice('Right used', offered(RIGHTS_HANDLED), {
    hint: 'The person need not name it. What they want decides.',
    citation: 'UK GDPR Art 12A, Art 15',
  }),
  alsoAsks: choices('Other rights used in the same message', offered(RIGHTS_HANDLED), {
    hint: 'Each has its own last day: make a request of its own where it will be answered apart.',
  }),
  stage: choice('How far', REQUEST_STAGES),
  receivedOn: day('Received on', {
    hint: 'The day it reached anyone in the organisation, a weekend or holiday too.',
    citation: 'UK GDPR Art 12A(2)',
  }),
  channel: choice('How it came', offered(CHANNELS), {
    hint: 'No form is needed. A request by telephone or in person counts from the day it was made.',
  }),
  takenBy: line('Taken by', { hint: 'Who it reached, above all when it was spoken.' }),
  wording: passage('What was asked, in their words', {
    hint: 'For a spoken request, what was understood, read back to the person.',
  }),
  activityIds: links('Activities concerned', 'activities', {
    hint: 'They say where to search, and who has had the data.',
  }),
  linkedIds: links('Linked requests', 'requests', {
    hint: 'Earlier requests of the same person, or others answered together with this one.',
  }),
  isRepeat: yesNo('Repeats an earlier request', {
    hint: 'A repeat is not excessive for that alone: see what has changed since.',
    citation: 'UK GDPR Art 12(5)',
  }),
  nation: choice(
    'Bank holidays of',
    [
      { value: 'england-and-wales', label: 'England and Wales' },
      { value: 'scotland', label: 'Scotland' },
      { value: 'northern-ireland', label: 'Northern Ireland' },
    ],
    { hint: 'Only where it differs from the organisation’s nation.' },
  ),
}
