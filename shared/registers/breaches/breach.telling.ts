import {
  type Choice,
  choice,
  day,
  items,
  line,
  links,
  moment,
  number,
  passage,
} from '#shared/described/field.ts'
import { COMMISSIONER_OUTCOMES, type Outcome, PEOPLE_OUTCOMES } from '#shared/law/breaches/outcomes.ts'

const DECIDED = 'Decisions are recorded on the page “Decide”'
const REPORTED = 'Reports are recorded on the page “Report”'

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
  commissionerDecision: choice('Tell the Commissioner', offered(COMMISSIONER_OUTCOMES), {
    hint: 'Leave it open while it is not decided.',
    citation: 'UK GDPR Art 33(1)',
    setBy: DECIDED,
  }),
  commissionerBecause: passage('Commissioner: because', {
    hint: 'The reasons, as they were seen at the time.',
    citation: 'UK GDPR Art 33(5)',
    setBy: DECIDED,
  }),
  commissionerDecidedBy: line('Commissioner: decided by', { setBy: DECIDED }),
  commissionerDecidedAt: moment('Commissioner: decided', { setBy: DECIDED }),
  reportedAt: moment('Reported to the Commissioner', { citation: 'UK GDPR Art 33(1)', setBy: REPORTED }),
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
      withWhom: line('With whom', { hint: 'Whom at the Commissioner’s office, as far as it is known.' }),
      said: passage('What was asked or said'),
    },
    { called: 'what', hint: 'Information may come in phases.', citation: 'UK GDPR Art 33(4)' },
  ),
} as const

/** What was decided about the people, and what they were told. @source UK GDPR Art 34 */
export const PEOPLE_FIELDS = {
  peopleDecision: choice('Tell the people', offered(PEOPLE_OUTCOMES), {
    hint: 'Leave it open while it is not decided.',
    citation: 'UK GDPR Art 34',
    setBy: DECIDED,
  }),
  peopleBecause: passage('People: because', { citation: 'UK GDPR Art 34', setBy: DECIDED }),
  peopleDecidedBy: line('People: decided by', { setBy: DECIDED }),
  peopleDecidedAt: moment('People: decided', { setBy: DECIDED }),
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
      hours: number('Within hours', { hint: 'Where a contract gives a time from becoming aware.' }),
      toldAt: moment('Told'),
      reference: line('Reference'),
    },
    { called: 'body', hint: 'Duties outside data protection law: a reminder, not advice.' },
  ),
} as const

function offered<const Value extends string>(outcomes: readonly Outcome<Value>[]): readonly Choice<Value>[] {
  return outcomes.map(({ value, label, hint }) => ({ value, label, hint }))
}
