import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { answerColumns, answered, type Table, type Value } from './table.ts'

const activities: Table = {
  name: 'activities',
  columns: [
    ...[
      'id',
      'reference',
      'name',
      'description',
      'organisation_id',
      'role',
      'function_id',
      'status',
      'owner',
    ],
    ...['review_on', 'security_description', 'only_if', 'notes'],
    ...answerColumns('joint_arrangement'),
    ...['joint_contact_point', 'joint_document', 'joint_agreed_on'],
    'destinations_state',
    'destinations_because',
    ...answerColumns('automated_decisions'),
    ...['profiling', 'automated_explanation', 'automated_review_on'],
    ...answerColumns('dpia_needed'),
    ...['dpia_progress', 'dpia_reference', 'dpia_reason'],
    ...answerColumns('consent_record'),
    ...answerColumns('obligation_to_provide'),
    'obligation_consequence',
    ...answerColumns('retention_policy'),
    ...['retention_policy_followed', 'retention_policy_reasons_if_not'],
    ...answerColumns('breach_occurred'),
    'breach_reference',
  ],
  rows: function* ({ activities: all }) {
    for (const it of all) yield [...plainCells(it), ...answerCells(it)]
  },
}

function plainCells(it: Activity): readonly Value[] {
  return [
    ...[
      it.id,
      it.reference,
      it.name,
      it.description,
      it.organisationId,
      it.role,
      it.functionId,
      it.status,
      it.owner,
    ],
    ...[it.reviewOn, it.securityDescription, it.onlyIf, it.notes],
  ]
}

function answerCells(it: Activity): readonly Value[] {
  const joint = it.jointArrangement.state === 'value' ? it.jointArrangement.value : null
  const decisions = it.automatedDecisions.state === 'value' ? it.automatedDecisions.value : null
  const dpia = it.dpia.state === 'value' ? it.dpia.value : null
  const duty = it.obligationToProvide.state === 'value' ? it.obligationToProvide.value : null
  const policy = it.retentionPolicy.state === 'value' ? it.retentionPolicy.value : null
  const breach = it.breaches.state === 'value' ? it.breaches.value : null
  const [destinationsState, , destinationsBecause] = answered(it.destinations, () => '')
  return [
    ...answered(it.jointArrangement, ({ essence }) => essence),
    ...[joint?.contactPoint, joint?.document, joint?.agreedOn],
    ...[destinationsState, destinationsBecause],
    ...answered(it.automatedDecisions, ({ kind }) => kind),
    ...[decisions?.profiling, decisions?.explanation, decisions?.reviewOn],
    ...answered(it.dpia, ({ needed }) => needed),
    ...[dpia?.progress, dpia?.reference, dpia?.reason],
    ...answered(it.consentRecord, (value) => value),
    ...answered(it.obligationToProvide, ({ kind }) => kind),
    duty?.consequence,
    ...answered(it.retentionPolicy, ({ document }) => document),
    ...[policy?.followed, policy?.reasonsIfNot],
    ...answered(it.breaches, ({ occurred }) => occurred),
    breach?.reference,
  ]
}

const purposes: Table = {
  name: 'purposes',
  columns: [
    ...[
      'activity_id',
      'id',
      'position',
      'text',
      ...answerColumns('basis'),
      'basis_note',
      'recognised_interest',
    ],
    ...['legitimate_interest', ...answerColumns('legitimate_interests_assessment')],
    ...['legitimate_interests_assessed_on', 'statute_ids', 'article_9', 'schedule_1'],
    ...[...answerColumns('policy_document'), 'policy_document_assessed_on'],
  ],
  rows: function* ({ activities: all }) {
    for (const { id, purposes: list } of all) {
      for (const [index, it] of list.entries()) {
        const assessment = it.legitimateInterestsAssessment
        yield [
          ...[id, it.id, index + 1, it.text, ...answered(it.basis, (code) => code), it.basisNote],
          ...[
            it.recognisedInterest,
            it.legitimateInterest,
            ...answered(assessment, ({ reference }) => reference),
          ],
          assessment.state === 'value' ? assessment.value.assessedOn : null,
          ...[
            it.statuteIds,
            it.article9,
            it.schedule1,
            ...answered(it.policyDocument, ({ reference }) => reference),
          ],
          it.policyDocument.state === 'value' ? it.policyDocument.value.assessedOn : null,
        ]
      }
    }
  },
}

const dataUses: Table = {
  name: 'data_uses',
  columns: [
    ...['activity_id', 'id', 'category_id', 'data_class', 'people_ids', 'source_ids', 'retention_state'],
    ...['retention_trigger', 'retention_amount', 'retention_unit', 'retention_criterion', 'retention_fate'],
    ...['retention_authority', 'retention_because', 'only_if', 'note'],
  ],
  rows: function* ({ activities: all }) {
    for (const { id, data } of all) {
      for (const { retention, ...it } of data) {
        const rule = retention.state === 'value' ? retention.value : null
        yield [
          ...[id, it.id, it.categoryId, it.dataClass, it.peopleIds, it.sourceIds, retention.state],
          ...[
            rule?.trigger,
            rule?.period?.amount,
            rule?.period?.unit,
            rule?.criterion,
            rule?.fate,
            rule?.authority,
          ],
          ...[retention.state === 'notApplicable' ? retention.because : '', it.onlyIf, it.note],
        ]
      }
    }
  },
}

const disclosures: Table = {
  name: 'disclosures',
  columns: [
    'activity_id',
    'id',
    'recipient_id',
    'capacity',
    'purpose',
    ...answerColumns('agreement'),
    'only_if',
  ],
  rows: function* ({ activities: all }) {
    for (const { id, disclosures: list } of all)
      for (const it of list) {
        const agreement = answered(it.agreement, (value) => value)
        yield [id, it.id, it.recipientId, it.capacity, it.purpose, ...agreement, it.onlyIf]
      }
  },
}

const destinations: Table = {
  name: 'destinations',
  columns: [
    'activity_id',
    'id',
    'place',
    'recipient_id',
    ...['mechanism', 'safeguards'].flatMap(answerColumns),
    'note',
  ],
  rows: function* ({ activities: all }) {
    for (const { id, destinations: answer } of all) {
      for (const it of answer.state === 'value' ? answer.value : []) {
        const answers = [
          ...answered(it.mechanism, (value) => value),
          ...answered(it.safeguards, (value) => value),
        ]
        yield [id, it.id, it.place, it.recipientId, ...answers, it.note]
      }
    }
  },
}

const LINKS = {
  people: 'peopleIds',
  systems: 'systemIds',
  measures: 'measureIds',
  parties: 'partyIds',
  contracts: 'contractIds',
  'related activities': 'relatedIds',
} as const satisfies Record<string, keyof Activity>

const links: Table = {
  name: 'activity_links',
  columns: ['activity_id', 'place', 'position', 'target_id'],
  rows: function* ({ activities: all }) {
    for (const activity of all)
      for (const [place, field] of Object.entries(LINKS))
        for (const [index, target] of activity[field].entries()) yield [activity.id, place, index + 1, target]
  },
}

const waivers: Table = {
  name: 'waivers',
  columns: ['activity_id', 'rule', 'reason', 'waived_on', 'waived_by'],
  rows: function* ({ activities: all }) {
    for (const { id, waivers: list } of all)
      for (const { rule, reason, waivedOn, waivedBy } of list) yield [id, rule, reason, waivedOn, waivedBy]
  },
}

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
