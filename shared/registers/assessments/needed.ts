import { isSettled, valueOf } from '#shared/answer.ts'
import { findAssessmentKind } from '#shared/law/assessment-kinds.ts'
import type { AssessmentKindCode } from '#shared/law/assessments/assessment-kind.ts'
import { screenForDpia } from '#shared/law/dpia-screening.ts'
import { decidesPurposes, needsPolicyDocument, restsOn } from '#shared/law/gaps/parts.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { standingOf } from '#shared/registers/transfers/standing.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Assessment } from './assessment.register.ts'
import { type FindTerm, screeningFacts } from './screening-facts.ts'

/** An assessment that the register calls for and that is not approved: of which kind, for what, and why. */
export type Needed = {
  readonly kind: AssessmentKindCode
  readonly subject: 'activities' | 'transfers'
  readonly id: string
  readonly title: string
  readonly organisationId: string | null
  readonly why: string
  readonly citation: string
  /** What to check because the law behind it is unconfirmed; null when it is confirmed. */
  readonly check: string | null
  /** The assessment that is under way for it; null while there is none. */
  readonly startedId: string | null
}

export type NeededFrom = {
  readonly activities: readonly Activity[]
  readonly transfers: readonly Transfer[]
  readonly assessments: readonly Assessment[]
  readonly term: FindTerm
  readonly today: PlainDate
}

type Reason = Pick<Needed, 'kind' | 'why'>

/**
 * Every assessment that the register calls for, activities first in their order, then transfers.
 *
 * What an activity itself records as made elsewhere counts as made; a draft counts as started only.
 *
 * @source UK GDPR Art 35, Art 6(1)(f), Art 6(1)(ea), Art 22A, Art 46(1A); DPA 2018 Sch 1 para 39
 */
export function neededAssessments(from: NeededFrom): readonly Needed[] {
  const { activities, transfers, assessments, term, today } = from
  const current = assessments.filter(({ status }) => status !== 'superseded' && status !== 'rejected')
  const ofActivities = activities
    .filter((activity) => activity.status !== 'retired' && decidesPurposes(activity))
    .flatMap((activity) => reasonsOf(activity, term).map((reason) => ({ subject: activity, reason })))
    .map(({ subject, reason }) =>
      completed('activities', subject, reason, current.filter(servesActivity(reason.kind, subject.id))),
    )
  const ofTransfers = transfers
    .filter((transfer) => lacksTest(transfer, today))
    .map((transfer) =>
      completed('transfers', transfer, TEST_REASON, current.filter(servesTransfer(transfer))),
    )
  return [...ofActivities, ...ofTransfers].filter((needed) => needed !== null)
}

function reasonsOf(activity: Activity, term: FindTerm): readonly Reason[] {
  const { purposes } = activity
  const screening = screenForDpia(screeningFacts(activity, term))
  const unassessed = purposes.filter(
    (purpose) => restsOn(purpose, '6-1-f') && !isSettled(purpose.legitimateInterestsAssessment),
  )
  const without = purposes.filter(
    (purpose) => needsPolicyDocument(purpose) && !isSettled(purpose.policyDocument),
  )
  const interests = unassessed.map((purpose) => purpose.legitimateInterest || purpose.text)
  return [
    ...reason(
      screening.indication === 'strong' && !isImpactDecided(activity),
      'DPIA',
      `Signals: ${screening.signals.map(({ words }) => words).join('; ')}.`,
    ),
    ...reason(unassessed.length > 0, 'LIA', `Rests on legitimate interests: ${interests.join('; ')}.`),
    ...reason(
      purposes.some((purpose) => restsOn(purpose, '6-1-ea')),
      'RLI',
      'Rests on a recognised legitimate interest, which takes a note on why the processing is necessary.',
    ),
    ...reason(
      without.length > 0,
      'APD',
      `Rests on conditions of Schedule 1 that need a policy document: ${[
        ...new Set(without.flatMap(({ schedule1 }) => schedule1)),
      ]
        .map((code) => code.replace('SCH1-', 'paragraph '))
        .join(', ')}.`,
    ),
    ...reason(
      valueOf(activity.automatedDecisions)?.kind === 'solely automated',
      'ADM',
      'Decisions are made by software alone.',
    ),
  ]
}

/** An impact assessment that is completed, or that somebody decided against, is not asked for again. */
function isImpactDecided({ dpia }: Activity): boolean {
  const decided = valueOf(dpia)
  if (!decided) return dpia.state === 'notApplicable'
  return decided.needed ? decided.progress === 'completed' : true
}

function reason(holds: boolean, kind: AssessmentKindCode, why: string): readonly Reason[] {
  return holds ? [{ kind, why }] : []
}

const TEST_REASON: Reason = {
  kind: 'TRA',
  why: 'Rests on safeguards, and no data protection test is recorded.',
}

function lacksTest(transfer: Transfer, today: PlainDate): boolean {
  if (transfer.stage === 'stopped' || transfer.testMadeOn !== null) return false
  return standingOf(transfer, today)?.needsTest === true
}

const servesActivity = (wanted: AssessmentKindCode, id: string) => (assessment: Assessment) =>
  assessment.kind === wanted && assessment.activityIds.includes(id)

/** One test can serve every transfer to the same country and recipient. @source UK GDPR Art 46(6)-(7) */
const servesTransfer =
  ({ assessmentId, country, processorId }: Transfer) =>
  ({ id, kind, countries, processorIds }: Assessment) =>
    kind === 'TRA' &&
    (id === assessmentId ||
      (country !== null &&
        countries.includes(country) &&
        processorId !== null &&
        processorIds.includes(processorId)))

type Subject = Pick<Activity, 'reference' | 'name'> & {
  readonly id: string
  readonly organisationId: string | null
}

function completed(
  subject: Needed['subject'],
  { id, reference, name, organisationId }: Subject,
  { kind, why }: Reason,
  serving: readonly Assessment[],
): Needed | null {
  if (serving.some(({ status }) => status === 'approved')) return null
  const { citation, check } = findAssessmentKind(kind)!
  const title = `${reference} ${name}`.trim()
  return { kind, subject, id, title, organisationId, why, citation, check, startedId: serving[0]?.id ?? null }
}
