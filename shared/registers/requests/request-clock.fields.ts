import { choice, day, items, line, passage, terms, yesNo } from '#shared/described/field.ts'

/** What moves, stops or lengthens the time, and what keeps the evidence safe meanwhile. */
export const CLOCK_FIELDS = {
  identityDoubted: yesNo('Reasonable doubts about identity', {
    hint: 'Only then may anything be asked for. Somebody known to the service needs no passport.',
    citation: 'UK GDPR Art 12(6)',
  }),
  identityAskedOn: day('Identity asked for on', {
    hint: 'The time runs from the day the answer comes.',
    citation: 'UK GDPR Art 12(6), Art 12A(2)',
  }),
  identityAskedFor: line('What was asked for', { hint: 'No more than settles the doubt.' }),
  identityReceivedOn: day('What confirms identity received on', { citation: 'UK GDPR Art 12A(2)' }),
  identityHow: line('How identity was confirmed', {
    hint: 'For example “known to the fostering team”. Note what was seen; keep no copy without need.',
  }),
  clarifications: items(
    'Questions about what is asked for',
    {
      what: line('What was asked', {
        hint: 'Which data or processing is meant. A question about the form of the answer stops nothing.',
      }),
      askedOn: day('Asked on'),
      answeredOn: day('Answered on'),
      answer: passage('The answer'),
    },
    {
      called: 'what',
      hint: 'Access requests only, where it is reasonably needed, as when a great deal is held. From asking to answering, both days included, the time does not count.',
      citation: 'UK GDPR Art 12A(5), 12A(6)',
    },
  ),
  feeGround: choice(
    'Ground for a fee',
    [
      { value: 'unfounded', label: 'Manifestly unfounded', hint: 'The controller has to show it.' },
      { value: 'excessive', label: 'Manifestly excessive', hint: 'The controller has to show it.' },
      { value: 'furtherCopies', label: 'Further copies' },
    ],
    { hint: 'Free unless one of these holds.', citation: 'UK GDPR Art 12(5), Art 15(3)' },
  ),
  feeAskedOn: day('Fee asked for on'),
  feeAmount: line('Fee', { hint: 'For example “£18.40: copying 92 pages, postage”.' }),
  feeWhy: passage('Why a fee, and how it was worked out'),
  feePaidOn: day('Fee paid on', { citation: 'UK GDPR Art 12A(2)' }),
  extensionDecidedOn: day('Extension decided on'),
  extensionGround: choice(
    'Ground of the extension',
    [
      { value: 'complex', label: 'The request is complex' },
      { value: 'number', label: 'The number of requests from the person' },
    ],
    { citation: 'UK GDPR Art 12A(3)' },
  ),
  extensionReasons: passage('Reasons, as told to the person', { citation: 'UK GDPR Art 12A(3)' }),
  extensionNoticeOn: day('Notice of the extension given on', {
    hint: 'Within the first month, or there is no extension.',
    citation: 'UK GDPR Art 12A(3)',
  }),
  holdSetOn: day('Evidence hold set on', {
    hint: 'From receipt: altering, hiding or erasing data so that it need not be disclosed is an offence.',
    citation: 'DPA 2018 s.173',
  }),
  holdSystemIds: terms('Hold placed on', 'systems', { hint: 'Routine deletion in these waits.' }),
  holdTold: passage('Who was told of the hold'),
  holdLiftedOn: day('Hold lifted on'),
}
