import { BREACH_QUESTIONS } from '#shared/law/breaches/questions.ts'
import { isBreachClosed, isNotToReport, mayBeBreach } from '../breach.deadlines.ts'
import type { Breach } from '../breach.record.ts'
import { answersOf } from '../decide.ts'

/** Something that is still to be done about a breach, and where it is done. */
export type Step = {
  readonly key: string
  readonly text: string
  /** Why, or what is missing, in a few words; may be empty. */
  readonly detail: string
  readonly page: 'decide' | 'report' | 'letters' | 'timeline' | null
  readonly field: keyof Breach | null
}

/** What is to be done next, the most pressing first; none once the breach is closed. */
export function stepsOf(breach: Breach): readonly Step[] {
  if (isBreachClosed(breach)) return []
  const isOurs = breach.ourRole !== 'processor'
  return [
    ...contain(breach),
    ...(mayBeBreach(breach)
      ? [
          ...awareness(breach),
          ...(isOurs ? commissioner(breach) : controller(breach)),
          ...people(breach, isOurs),
        ]
      : []),
    ...bodies(breach),
    ...log(breach),
    ...actions(breach),
    ...closing(breach),
  ]
}

function contain({ containment, containedAt }: Breach): readonly Step[] {
  if (containedAt || containment.trim()) return []
  return [
    toField(
      'contain',
      'Contain it',
      'containment',
      'Call it back, close the access, change the password; write down what was done.',
    ),
  ]
}

function awareness({ awareAt }: Breach): readonly Step[] {
  if (awareAt) return []
  return [
    toField(
      'aware',
      'Record when the organisation became aware',
      'awareAt',
      'Reasonable certainty that there is a breach. The 72 hours run from there.',
    ),
  ]
}

function commissioner(breach: Breach): readonly Step[] {
  const { commissionerDecision, reportedAt } = breach
  if (reportedAt || isNotToReport(breach)) return []
  if (commissionerDecision === null) {
    const open = Object.values(answersOf(breach)).filter((answer) => answer === null).length
    const asked = Object.keys(BREACH_QUESTIONS).length
    const answered = `${asked - open} of ${asked} questions answered`
    return [toPage('decide', 'Decide whether to tell the Commissioner', 'decide', answered)]
  }
  const missing = missingForReport(breach)
  const detail =
    missing.length === 0
      ? 'Everything the report asks for at least is recorded.'
      : `“Not known yet” is an answer. Open: ${missing.map(({ label }) => label).join(', ')}.`
  return [toPage('report', 'Report it to the Commissioner', 'report', detail)]
}

/** What a report has to hold at least and the record does not say yet. @source UK GDPR Art 33(3) */
export function missingForReport(
  breach: Breach,
): readonly { readonly field: keyof Breach; readonly label: string }[] {
  const parts = [
    { field: 'account', label: 'what happened', isThere: breach.account.trim() !== '' },
    { field: 'peopleIds', label: 'categories of people', isThere: breach.peopleIds.length > 0 },
    { field: 'people', label: 'how many people', isThere: breach.people.state !== 'unknown' },
    { field: 'dataIds', label: 'categories of data', isThere: breach.dataIds.length > 0 },
    { field: 'records', label: 'how many records', isThere: breach.records.state !== 'unknown' },
    { field: 'effects', label: 'likely consequences', isThere: breach.effects.trim() !== '' },
    {
      field: 'remedialAction',
      label: 'measures taken or proposed',
      isThere: breach.remedialAction.trim() !== '',
    },
  ] as const
  return parts.filter(({ isThere }) => !isThere).map(({ field, label }) => ({ field, label }))
}

function controller({ controllerToldAt, controllerIds }: Breach): readonly Step[] {
  if (controllerToldAt) return []
  const detail =
    controllerIds.length === 0
      ? 'Which controller it is, is not recorded yet.'
      : 'Without undue delay, whatever the risk.'
  return [toPage('controller', 'Tell the controller', 'letters', detail)]
}

function people(breach: Breach, isOurs: boolean): readonly Step[] {
  const { peopleDecision, peopleToldAt, risk, commissionerDecision } = breach
  if (!isOurs || peopleToldAt) return []
  if (peopleDecision === 'tell')
    return [toPage('people', 'Tell the people', 'letters', 'Without undue delay.')]
  if (peopleDecision === 'publicNotice') return [toPage('people', 'Publish the notice', 'letters', '')]
  if (peopleDecision !== null || (risk !== 'high' && commissionerDecision !== 'report')) return []
  return [
    toPage(
      'peopleDecision',
      'Decide whether to tell the people',
      'decide',
      'They are told where a high risk is likely.',
    ),
  ]
}

function bodies({ otherBodies }: Breach): readonly Step[] {
  return otherBodies.flatMap(({ id, body, because, toldAt }) =>
    toldAt ? [] : [toField(`body-${id}`, `Tell ${body || 'another body'}`, 'otherBodies', because)],
  )
}

function log(breach: Breach): readonly Step[] {
  const missing = [
    ...(breach.account.trim() ? [] : (['account'] as const)),
    ...(breach.effects.trim() ? [] : (['effects'] as const)),
    ...(breach.remedialAction.trim() ? [] : (['remedialAction'] as const)),
  ]
  const [first] = missing
  if (!first || !mayBeBreach(breach) || breach.commissionerDecision === null) return []
  const words = { account: 'what happened', effects: 'its effects', remedialAction: 'the remedial action' }
  return [
    toField('log', 'Complete the log', first, `Missing: ${missing.map((key) => words[key]).join(', ')}.`),
  ]
}

function actions({ actions: agreed }: Breach): readonly Step[] {
  const open = agreed.filter(({ doneOn }) => doneOn === null)
  if (open.length === 0) return []
  const detail = open.map(({ what }) => what || 'An action').join('; ')
  return [
    toField(
      'actions',
      open.length === 1 ? 'One action is open' : `${open.length} actions are open`,
      'actions',
      detail,
    ),
  ]
}

function closing(breach: Breach): readonly Step[] {
  const { lessons, reportedAt, actions: agreed } = breach
  const isSettled =
    !mayBeBreach(breach) || reportedAt !== null || isNotToReport(breach) || breach.controllerToldAt !== null
  if (!isSettled || agreed.some(({ doneOn }) => doneOn === null)) return []
  return lessons.trim()
    ? [toField('close', 'Close it', 'status', '')]
    : [
        toField(
          'lessons',
          'Write down the lessons',
          'lessons',
          'What would have prevented it, and what changes.',
        ),
      ]
}

const toField = (key: string, text: string, field: keyof Breach, detail: string): Step => ({
  key,
  text,
  detail,
  page: null,
  field,
})

const toPage = (key: string, text: string, page: Step['page'], detail: string): Step => ({
  key,
  text,
  detail,
  page,
  field: null,
})
