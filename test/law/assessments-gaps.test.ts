import { describe, expect, test } from 'vitest'
import { findAssessmentKind } from '#shared/law/assessment-kinds.ts'
import { questionCode } from '#shared/registers/assessments/questions.ts'
import { type Change, type RuleCase, ruleIds, rulesRaised } from './raised.ts'
import { aContext, anActivity } from './world.ts'

const ANSWERS = findAssessmentKind('LIA')!.questions.map(({ key }, index) => ({
  id: `a${index}`,
  question: questionCode('LIA', key),
  answer: 'Answered.',
}))
const DONE: Change = {
  kind: 'LIA',
  status: 'approved',
  activityIds: ['activity'],
  answers: ANSWERS,
  outcome: 'proceed',
  madeBy: 'Research lead',
  approvedBy: 'Head of Quality',
  approvedOn: '2026-11-02',
  reviewOn: '2027-11-02',
}
const IMPACT: Change = { ...DONE, kind: 'DPIA', dpoAdvice: 'Go on.' }

const CASES: readonly RuleCase[] = [
  ['assessment-kind-missing', {}, { kind: 'LIA' }],
  ['assessment-subject-missing', { kind: 'LIA' }, { kind: 'LIA', processorIds: ['processor'] }],
  ['assessment-unanswered', { ...DONE, answers: ANSWERS.slice(1) }, DONE],
  ['assessment-unanswered', { ...DONE, answers: [] }, { ...DONE, status: 'draft', answers: [] }],
  ['assessment-outcome-missing', { ...DONE, outcome: null }, DONE],
  ['assessment-approved-by-maker', { ...DONE, approvedBy: ' research LEAD ' }, DONE],
  ['assessment-approver-missing', { ...DONE, approvedBy: '' }, DONE],
  ['assessment-approver-missing', { ...DONE, approvedOn: null }, DONE],
  ['assessment-review-overdue', { ...DONE, reviewOn: '2026-11-21' }, { ...DONE, reviewOn: '2026-11-22' }],
  ['assessment-expired', { ...DONE, expiresOn: '2026-11-21' }, { ...DONE, expiresOn: '2026-11-22' }],
  ['assessment-advice-missing', { ...IMPACT, dpoAdvice: ' ' }, IMPACT],
  [
    'assessment-consultation-missing',
    { ...IMPACT, residualRisk: 'high' },
    { ...IMPACT, residualRisk: 'high', regulatorConsultedOn: '2026-10-01' },
  ],
  ['assessment-consultation-missing', { ...IMPACT, outcome: 'consult' }, { ...IMPACT, residualRisk: 'low' }],
  [
    'assessment-consultation-missing',
    { ...IMPACT, residualRisk: 'high' },
    { ...IMPACT, residualRisk: 'high', outcome: 'stop' },
  ],
]

describe('the rules about assessments', () => {
  test.each(CASES)('%s is raised, and content once it is settled', (rule, raises, settled) => {
    expect(rulesRaised('assessments', raises, aContext())).toContain(rule)
    expect(rulesRaised('assessments', settled, aContext())).not.toContain(rule)
  })

  test('an activity that may not go ahead is approved all the same', () => {
    const stopped = { ...DONE, outcome: 'stop' }
    const withActivity = (status: 'approved' | 'retired') =>
      aContext({ activities: [anActivity({ id: 'activity' as never, status })] })
    expect(rulesRaised('assessments', stopped, withActivity('approved'))).toContain(
      'assessment-stop-not-followed',
    )
    expect(rulesRaised('assessments', stopped, withActivity('retired'))).not.toContain(
      'assessment-stop-not-followed',
    )
  })

  test('every rule has a case', () => {
    const tried = new Set([...CASES.map(([rule]) => rule), 'assessment-stop-not-followed'])
    expect(ruleIds('assessments').filter((id) => !tried.has(id))).toEqual([])
  })
})
