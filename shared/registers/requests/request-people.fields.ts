import { choice, choices, day, line, number, passage } from '#shared/described/field.ts'
import { REQUESTER_KINDS } from '#shared/law/request-people.ts'
import { offered } from './offered.ts'

/** Whose data it is, who asks for it, and whether they may. */
export const PEOPLE_FIELDS = {
  requesterKind: choice('Who asks', offered(REQUESTER_KINDS), { citation: 'UK GDPR Art 12(6)' }),
  requesterName: line('Name of who asks', { hint: 'Letters are addressed to them.' }),
  personName: line('Whose data it is', {
    hint: 'Leave empty when the person asks for themselves. For letters only: lists show the title.',
  }),
  personKind: choice('The person is', [
    { value: 'adult', label: 'An adult' },
    { value: 'child', label: 'A child' },
    {
      value: 'died',
      label: 'A person who has died',
      hint: 'Data protection law is about living people only; confidence may still be owed.',
    },
  ]),
  requesterReference: line('Their reference', { hint: 'As a solicitor or agency quotes it.' }),
  sendTo: passage('Where letters go', { hint: 'Address or email, as the person gave it for this request.' }),
  authoritySeen: choice(
    'Authority to act',
    [
      { value: 'notNeeded', label: 'Not needed: asks for themselves' },
      { value: 'seen', label: 'Seen' },
      { value: 'asked', label: 'Asked for, not seen yet' },
      { value: 'refused', label: 'None: may not act for the person' },
    ],
    { citation: 'DPA 2018 s.208; UK GDPR Art 12(6)' },
  ),
  authorityDocuments: choices(
    'Documents that show it',
    [
      { value: 'signedAuthority', label: 'Signed authority of the person' },
      { value: 'birthCertificate', label: 'Birth certificate' },
      { value: 'responsibility', label: 'Parental responsibility order or agreement' },
      { value: 'careOrder', label: 'Care order' },
      { value: 'courtOrder', label: 'Another order of a court' },
      { value: 'attorney', label: 'Registered power of attorney' },
      { value: 'deputy', label: 'Order appointing a deputy' },
      { value: 'childAgrees', label: 'The child’s own agreement' },
    ],
    { hint: 'Note what was seen; keep no copy without need.' },
  ),
  authorityHow: passage('What was seen, and how', {
    hint: 'For example “birth certificate, copy; no court order known to the social worker”. Name the document and its date.',
  }),
  authoritySeenOn: day('Authority seen on'),
  childAge: number('Age of the child', { hint: 'In whole years, on the day of the request.' }),
  childNation: choice(
    'Where the child lives',
    [
      { value: 'England and Wales', label: 'England or Wales' },
      {
        value: 'Scotland',
        label: 'Scotland',
        hint: 'From 12 on a child is presumed to understand, unless the contrary is shown.',
      },
      { value: 'Northern Ireland', label: 'Northern Ireland' },
    ],
    { citation: 'DPA 2018 s.208' },
  ),
  childUnderstands: choice(
    'Does the child understand the right?',
    [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'notAssessed', label: 'Not assessed' },
    ],
    { hint: 'The right is the child’s, whoever asks.', citation: 'DPA 2018 s.208' },
  ),
  childJudgedBy: line('Who judged it'),
  childJudgedOn: day('Judged on'),
  childBasis: passage('What the judgement rests on'),
  childViews: passage('The child’s own views', {
    hint: 'Whether they want this request, and what they do not want a parent to see.',
  }),
  bestInterests: passage('Interests of the child', {
    hint: 'Parental responsibility, court orders, confidence owed to the child, what disclosing or refusing would do, allegations of abuse.',
  }),
}
