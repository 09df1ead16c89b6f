import { choice, day, items, line, links, moment, number, passage } from '#shared/described/field.ts'

/** What was decided about the Commissioner, and what was told. @source UK GDPR Art 33 */
export const COMMISSIONER_FIELDS = {
  risk: choice(
    'Risk to people',
    [
      { value: 'unlikely', label: 'Unlikely to result in a risk' },
      { value: 'risk', label: 'A risk' },
      { value: 'high', label: 'Likely a high risk' },
    ],
    { hint: 'To their rights and freedoms, not to the organisation.', citation: 'UK GDPR Art 33(1), Art 34' },
  ),
  commissionerDecision: choice(
    'Tell the Commissioner',
    [
      { value: 'report', label: 'Report' },
      { value: 'doNot', label: 'Do not report, because a risk is unlikely' },
    ],
    { hint: 'Leave it open while it is not decided.', citation: 'UK GDPR Art 33(1)' },
  ),
  commissionerBecause: passage('Commissioner: because', {
    hint: 'The reasons, as they were seen at the time.',
    citation: 'UK GDPR Art 33(5)',
  }),
  commissionerDecidedBy: line('Commissioner: decided by'),
  commissionerDecidedAt: moment('Commissioner: decided'),
  reportedAt: moment('Reported to the Commissioner', { citation: 'UK GDPR Art 33(1)' }),
  lateBecause: passage('Reasons for the delay', {
    hint: 'Asked for when the report comes after the 72 hours.',
    citation: 'UK GDPR Art 33(1)',
  }),
  caseReference: line('The Commissioner’s reference'),
  followUps: items(
    'Further information given or received',
    {
      what: line('What'),
      direction: choice('Way', [
        { value: 'sent', label: 'Sent by us' },
        { value: 'received', label: 'Received' },
      ]),
      at: moment('When'),
      due: day('Due'),
      reference: line('Reference'),
    },
    { called: 'what', hint: 'Information may come in phases.', citation: 'UK GDPR Art 33(4)' },
  ),
} as const

/** What was decided about the people, and what they were told. @source UK GDPR Art 34 */
export const PEOPLE_FIELDS = {
  peopleDecision: choice(
    'Tell the people',
    [
      { value: 'tell', label: 'Tell them' },
      { value: 'notHighRisk', label: 'Not needed: a high risk is unlikely' },
      { value: 'unintelligible', label: 'Not needed: nobody else can read the data' },
      { value: 'riskRemoved', label: 'Not needed: later steps removed the high risk' },
      { value: 'publicNotice', label: 'Public notice instead: disproportionate effort' },
      { value: 'exempt', label: 'Lifted by an exemption' },
    ],
    { hint: 'Leave it open while it is not decided.', citation: 'UK GDPR Art 34' },
  ),
  peopleBecause: passage('People: because', { citation: 'UK GDPR Art 34' }),
  peopleDecidedBy: line('People: decided by'),
  peopleDecidedAt: moment('People: decided'),
  peopleToldAt: moment('The people were told', { citation: 'UK GDPR Art 34' }),
  peopleToldHow: passage('How they were told', {
    hint: 'Letter, call, visit; who told the children, and how.',
  }),
} as const

/** Who else was told: controllers, processors, other bodies. @source UK GDPR Art 33 */
export const OTHERS_FIELDS = {
  controllerIds: links('Controllers to tell', 'organisations', { hint: 'Where we act as processor.' }),
  contractHours: number('Hours the contract gives us', {
    hint: 'Many contracts give 24 or 48 hours from becoming aware.',
  }),
  controllerToldAt: moment('The controller was told', { citation: 'UK GDPR Art 33(2)' }),
  processorAwareAt: moment('Our processor became aware', {
    hint: 'Its awareness is not ours: our 72 hours run from our own.',
    citation: 'UK GDPR Art 33(2)',
  }),
  processorToldAt: moment('Our processor told us', { citation: 'UK GDPR Art 33(2)' }),
  otherBodies: items(
    'Other bodies told',
    {
      body: line('Body', {
        hint: 'For example a commissioner under a contract, the Charity Commission, the police, an insurer.',
      }),
      because: line('Because'),
      toldAt: moment('Told'),
      reference: line('Reference'),
    },
    { called: 'body', hint: 'Duties outside data protection law: a reminder, not advice.' },
  ),
} as const
