import { transferMechanism } from '#shared/law/transfer-mechanisms.ts'
import type { Assessment } from '#shared/registers/assessments/assessment.register.ts'
import { standingOf } from '#shared/registers/transfers/standing.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { about, ruleAbout, when } from './gap.ts'

const rule = ruleAbout<Transfer>('transfers')

/** The data protection test. @source UK GDPR Art 46(1A) */
export const TRANSFER_TEST_RULES = [
  rule({
    id: 'transfer-without-test',
    title: 'Safeguards without a data protection test',
    citation: 'UK GDPR Art 46(1A)',
    source: 'gdpr-46-1a',
    severity: 'error',
    field: 'testMadeOn',
    explanation:
      'For safeguards the exporter judges, reasonably and proportionately, whether protection is not materially lower. The ICO calls it a transfer risk assessment.',
    find: (transfer, { today }) =>
      when(
        isUntested(transfer, today) && transfer.testMadeOn === null,
        `“${transfer.name}” rests on safeguards, but no data protection test is recorded.`,
      ),
  }),
  rule({
    id: 'transfer-test-overdue',
    title: 'Data protection test overdue',
    citation: 'UK GDPR Art 46(1A)',
    source: 'gdpr-46-1a',
    severity: 'error',
    field: 'testReviewOn',
    explanation: 'Law and practice abroad change. Make the test again and record its day.',
    find: (transfer, { today }) =>
      when(
        isUntested(transfer, today) && transfer.testMadeOn !== null && transfer.testReviewOn !== null,
        `The data protection test of “${transfer.name}” was to be looked at again on ${transfer.testReviewOn ? formatDay(transfer.testReviewOn) : ''}.`,
      ),
  }),
  rule({
    id: 'transfer-test-failed',
    title: 'Data protection test not passed',
    citation: 'UK GDPR Art 46(1A)',
    source: 'gdpr-46-1a',
    severity: 'error',
    field: 'testOutcome',
    explanation:
      'Where protection is materially lower the safeguards do not carry the transfer. Add measures, or stop it.',
    find: (transfer, { today }) =>
      when(
        transfer.stage !== 'stopped' &&
          transfer.testOutcome === 'lower' &&
          standingOf(transfer, today)?.needsTest === true,
        `The test of “${transfer.name}” found that protection is materially lower.`,
      ),
  }),
  rule({
    id: 'transfer-test-without-outcome',
    title: 'Data protection test without its outcome',
    citation: 'UK GDPR Art 46(1A)',
    source: 'gdpr-46-1a',
    severity: 'warning',
    field: 'testOutcome',
    explanation: 'The test answers one question. Record the answer, and the assessment it stands in.',
    find: ({ stage, name, testMadeOn, testOutcome }) =>
      when(
        stage !== 'stopped' && testMadeOn !== null && testOutcome === null,
        `What the data protection test of “${name}” found is not recorded.`,
      ),
  }),
  rule({
    id: 'transfer-assessment-not-approved',
    title: 'Transfer risk assessment not approved, or not one',
    citation: 'UK GDPR Art 46(1A)',
    source: 'gdpr-46-1a',
    severity: 'warning',
    field: 'assessmentId',
    explanation:
      'The transfer rests on an assessment that nobody has approved. Approve it, or choose another.',
    find: ({ stage, name, assessmentId }, context) => {
      const assessment = assessmentsIn(context).find(({ id }) => id === assessmentId)
      return when(
        stage !== 'stopped' &&
          assessment !== undefined &&
          (assessment.kind !== 'TRA' || assessment.status !== 'approved'),
        `“${name}” names ${assessment?.reference ?? ''}, which is not an approved transfer risk assessment.`,
      )
    },
  }),
  rule({
    id: 'transfer-assessment-can-serve',
    title: 'An approved transfer risk assessment could serve',
    citation: 'UK GDPR Art 46(1A)',
    source: 'gdpr-46-1a',
    severity: 'note',
    field: 'assessmentId',
    explanation:
      'One assessment can serve every transfer to the same importer and country. Choose it, if it fits.',
    find: (transfer, context) => {
      const { stage, name, country, processorId, assessmentId, mechanism } = transfer
      if (stage === 'stopped' || assessmentId !== null || !country || !processorId) return []
      if (!transferMechanism(mechanism ?? '')?.needsTra) return []
      return assessmentsIn(context)
        .filter(
          (one) =>
            one.kind === 'TRA' &&
            one.status === 'approved' &&
            one.countries.includes(country) &&
            one.processorIds.includes(processorId),
        )
        .map((one) => about(one.id, `${one.reference} ${one.name} could serve “${name}” too.`))
    },
  }),
]

function isUntested(transfer: Transfer, today: Parameters<typeof standingOf>[1]): boolean {
  if (transfer.stage === 'stopped' || transfer.stage === 'possible') return false
  return standingOf(transfer, today)?.standing === 'mechanismWithoutTest'
}

function assessmentsIn({ records }: GapContext): readonly Assessment[] {
  return records.assessments as unknown as readonly Assessment[]
}
