import type { Assessment } from '#shared/registers/assessments/assessment.register.ts'
import { progressOf } from '#shared/registers/assessments/questions.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Assessment>('assessments')

/** Whether assessments are answered, decided, approved by another, and kept up. @source UK GDPR Art 5(2), Art 35, Art 36 */
export const ASSESSMENT_RULES = [
  rule({
    id: 'assessment-kind-missing',
    title: 'Kind of assessment missing',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'kind',
    explanation: 'Each kind asks its own questions. Choose one, so that they can be answered.',
    find: ({ kind }) => when(kind === null, 'Of which kind the assessment is has not been said.'),
  }),
  rule({
    id: 'assessment-subject-missing',
    title: 'Nothing is assessed',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'activityIds',
    explanation:
      'An assessment shows something only for the processing it is about. Choose its activities, or the processor or recipient.',
    find: ({ activityIds, processorIds }) =>
      when(
        activityIds.length === 0 && processorIds.length === 0,
        'No activity, processor or recipient is named that it is about.',
      ),
  }),
  rule({
    id: 'assessment-unanswered',
    title: 'Approved with questions open',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'error',
    field: 'answers',
    explanation:
      'What was not looked at was not assessed. Answer the questions, or say why one does not arise.',
    find: (assessment) => {
      const { missing } = progressOf(assessment)
      return when(
        assessment.status === 'approved' && missing.length > 0,
        `It is approved, but ${missing.length} of its questions ${missing.length === 1 ? 'has' : 'have'} no answer: “${missing[0]?.question}”`,
      )
    },
  }),
  rule({
    id: 'assessment-outcome-missing',
    title: 'Approved without an outcome',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'error',
    field: 'outcome',
    explanation: 'Whether the processing may go ahead is what an assessment is made for. Choose its outcome.',
    find: ({ status, outcome }) =>
      when(status === 'approved' && outcome === null, 'It is approved, but what it came to is open.'),
  }),
  rule({
    id: 'assessment-approved-by-maker',
    title: 'Approved by the person who made it',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'approvedBy',
    check: 'That a second person approves is good practice, not law: check what your own policy asks for.',
    explanation:
      'A second pair of eyes is what makes an approval worth something. Let somebody else approve it, or record why there is nobody.',
    find: ({ status, madeBy, approvedBy }) =>
      when(
        status === 'approved' && !isBlank(approvedBy) && sameName(madeBy, approvedBy),
        `${approvedBy.trim()} both made and approved it.`,
      ),
  }),
  rule({
    id: 'assessment-approver-missing',
    title: 'Approved by nobody',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'approvedBy',
    explanation: 'Say who approved it and when: an approval without a name shows nothing.',
    find: ({ status, approvedBy, approvedOn }) =>
      when(
        status === 'approved' && (isBlank(approvedBy) || approvedOn === null),
        'It is approved, but by whom or on what day is not recorded.',
      ),
  }),
  rule({
    id: 'assessment-review-overdue',
    title: 'Review overdue',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'reviewOn',
    explanation:
      'Look at it again: if nothing changed set the next review, else replace it by a new version.',
    find: ({ status, reviewOn }, { today }) =>
      when(
        status === 'approved' && reviewOn !== null && reviewOn < today,
        `Its review was due on ${reviewOn && formatDay(reviewOn)}.`,
      ),
  }),
  rule({
    id: 'assessment-expired',
    title: 'No longer holds',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'error',
    field: 'expiresOn',
    explanation: 'What rests on it rests on nothing since that day. Replace it by a new version, or stop.',
    find: ({ status, expiresOn }, { today }) =>
      when(
        status === 'approved' && expiresOn !== null && expiresOn < today,
        `It held until ${expiresOn && formatDay(expiresOn)}.`,
      ),
  }),
  rule({
    id: 'assessment-advice-missing',
    title: 'Advice of the data protection officer missing',
    citation: 'UK GDPR Art 35(2)',
    source: 'gdpr-35',
    severity: 'error',
    field: 'dpoAdvice',
    explanation:
      'The advice of the data protection officer is sought for every impact assessment. Record it, and what was done with it.',
    find: ({ kind, status, dpoAdvice }) =>
      when(
        kind === 'DPIA' && status === 'approved' && isBlank(dpoAdvice),
        'The impact assessment is approved without the advice of the data protection officer.',
      ),
  }),
  rule({
    id: 'assessment-consultation-missing',
    title: 'High risk without consulting the Commissioner',
    citation: 'UK GDPR Art 36',
    source: 'gdpr-36',
    severity: 'error',
    field: 'regulatorConsultedOn',
    explanation:
      'Where a high risk is left that cannot be reduced, the Commissioner is consulted before the processing starts. Consult, reduce the risk, or stop.',
    find: ({ kind, status, residualRisk, outcome, regulatorConsultedOn }) =>
      when(
        kind === 'DPIA' &&
          status === 'approved' &&
          (residualRisk === 'high' || outcome === 'consult') &&
          outcome !== 'stop' &&
          regulatorConsultedOn === null,
        'A high risk is left, and no consultation of the Commissioner is recorded.',
      ),
  }),
  rule({
    id: 'assessment-stop-not-followed',
    title: 'Goes on although it may not',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'error',
    field: 'outcome',
    explanation:
      'The assessment says that the processing may not go ahead. Retire the activity, or change it and assess it anew.',
    find: ({ status, outcome, activityIds }, { activities }) => {
      const going = activities.filter((one) => activityIds.includes(one.id) && one.status === 'approved')
      return when(
        status === 'approved' && outcome === 'stop' && going.length > 0,
        `It may not go ahead, but ${going.map(({ reference, name }) => `${reference} ${name}`.trim()).join(', ')} is approved.`,
      )
    },
  }),
]

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
