import { valueOf } from '#shared/answer.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { type Table, table } from './table.ts'

const activities = table(
  'activities',
  (content) => content.activities,
  ({ fields, answer, column }) => [
    fields(
      'id',
      'reference',
      'name',
      'description',
      'organisationId',
      'role',
      'functionId',
      'status',
      'owner',
    ),
    fields('reviewOn', 'securityDescription', 'onlyIf', 'notes'),
    answer(
      'joint_arrangement',
      (it) => it.jointArrangement,
      ({ essence }) => essence,
    ),
    column('joint_contact_point', (it) => valueOf(it.jointArrangement)?.contactPoint),
    column('joint_document', (it) => valueOf(it.jointArrangement)?.document),
    column('joint_agreed_on', (it) => valueOf(it.jointArrangement)?.agreedOn),
    answer(
      'destinations',
      (it) => it.destinations,
      (places) => places.map(({ place }) => place),
    ),
    answer(
      'automated_decisions',
      (it) => it.automatedDecisions,
      ({ kind }) => kind,
    ),
    column('profiling', (it) => valueOf(it.automatedDecisions)?.profiling),
    column('automated_explanation', (it) => valueOf(it.automatedDecisions)?.explanation),
    column('automated_review_on', (it) => valueOf(it.automatedDecisions)?.reviewOn),
    answer(
      'dpia_needed',
      (it) => it.dpia,
      ({ needed }) => needed,
    ),
    column('dpia_progress', (it) => valueOf(it.dpia)?.progress),
    column('dpia_reference', (it) => valueOf(it.dpia)?.reference),
    column('dpia_reason', (it) => valueOf(it.dpia)?.reason),
    answer(
      'consent_record',
      (it) => it.consentRecord,
      (value) => value,
    ),
    answer(
      'obligation_to_provide',
      (it) => it.obligationToProvide,
      ({ kind }) => kind,
    ),
    column('obligation_consequence', (it) => valueOf(it.obligationToProvide)?.consequence),
    answer(
      'retention_policy',
      (it) => it.retentionPolicy,
      ({ document }) => document,
    ),
    column('retention_policy_followed', (it) => valueOf(it.retentionPolicy)?.followed),
    column('retention_policy_reasons_if_not', (it) => valueOf(it.retentionPolicy)?.reasonsIfNot),
    answer(
      'breach_occurred',
      (it) => it.breaches,
      ({ occurred }) => occurred,
    ),
    column('breach_reference', (it) => valueOf(it.breaches)?.reference),
  ],
)

/** The parts of every activity, each with its activity's id and its place among them. */
function* partsOf<Part>(
  { activities: all }: RegisterContent,
  parts: (activity: Activity) => readonly Part[],
): Generator<Part & { activityId: string; position: number }> {
  for (const activity of all)
    for (const [index, part] of parts(activity).entries())
      yield { ...part, activityId: activity.id, position: index + 1 }
}

const purposes = table(
  'purposes',
  (content) => partsOf(content, (activity) => activity.purposes),
  ({ fields, answer, column }) => [
    fields('activityId', 'position', 'id', 'text'),
    answer(
      'basis',
      (it) => it.basis,
      (code) => code,
    ),
    fields('basisNote', 'recognisedInterest', 'legitimateInterest', 'statuteIds', 'article9', 'schedule1'),
    answer(
      'legitimate_interests_assessment',
      (it) => it.legitimateInterestsAssessment,
      ({ reference }) => reference,
    ),
    column('legitimate_interests_assessed_on', (it) => valueOf(it.legitimateInterestsAssessment)?.assessedOn),
    answer(
      'policy_document',
      (it) => it.policyDocument,
      ({ reference }) => reference,
    ),
    column('policy_document_assessed_on', (it) => valueOf(it.policyDocument)?.assessedOn),
  ],
)

const dataUses = table(
  'data_uses',
  (content) => partsOf(content, (activity) => activity.data),
  ({ fields, answer, column }) => [
    fields('activityId', 'position', 'id', 'categoryId', 'dataClass', 'peopleIds', 'sourceIds'),
    answer(
      'retention_trigger',
      (it) => it.retention,
      ({ trigger }) => trigger,
    ),
    column('retention_amount', (it) => valueOf(it.retention)?.period?.amount),
    column('retention_unit', (it) => valueOf(it.retention)?.period?.unit),
    column('retention_criterion', (it) => valueOf(it.retention)?.criterion),
    column('retention_fate', (it) => valueOf(it.retention)?.fate),
    column('retention_authority', (it) => valueOf(it.retention)?.authority),
    fields('onlyIf', 'note'),
  ],
)

const disclosures = table(
  'disclosures',
  (content) => partsOf(content, (activity) => activity.disclosures),
  ({ fields, answer }) => [
    fields('activityId', 'position', 'id', 'recipientId', 'capacity', 'purpose'),
    answer(
      'agreement',
      (it) => it.agreement,
      (value) => value,
    ),
    fields('onlyIf'),
  ],
)

const destinations = table(
  'destinations',
  (content) => partsOf(content, (activity) => valueOf(activity.destinations) ?? []),
  ({ fields, answer }) => [
    fields('activityId', 'position', 'id', 'place', 'recipientId'),
    answer(
      'mechanism',
      (it) => it.mechanism,
      (value) => value,
    ),
    answer(
      'safeguards',
      (it) => it.safeguards,
      (value) => value,
    ),
    fields('note'),
  ],
)

const LINKS = {
  people: 'peopleIds',
  systems: 'systemIds',
  measures: 'measureIds',
  parties: 'partyIds',
  contracts: 'contractIds',
  'related activities': 'relatedIds',
} as const satisfies Record<string, keyof Activity>

const links = table(
  'activity_links',
  (content) =>
    partsOf(content, (activity) =>
      Object.entries(LINKS).flatMap(([place, field]) =>
        activity[field].map((targetId) => ({ place, targetId: targetId as string })),
      ),
    ),
  ({ fields }) => [fields('activityId', 'place', 'targetId')],
)

const waivers = table(
  'waivers',
  (content) => partsOf(content, (activity) => activity.waivers),
  ({ fields }) => [fields('activityId', 'rule', 'reason', 'waivedOn', 'waivedBy')],
)

/** The tables that activities fill. */
export const activityTables: readonly Table[] = [
  activities,
  purposes,
  dataUses,
  disclosures,
  destinations,
  links,
  waivers,
]
