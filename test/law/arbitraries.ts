import fc from 'fast-check'
import type { Answer } from '#shared/answer.ts'
import { known, notApplicable, TO_BE_DETERMINED } from '#shared/answer.ts'
import { GAP_RULES } from '#shared/law/gaps/rules.ts'
import { SCHEDULE_1_CONDITIONS } from '#shared/law/schedule-1-conditions.ts'
import { SPECIAL_CATEGORY_CONDITIONS } from '#shared/law/special-category-conditions.ts'
import { TRANSFER_MECHANISMS } from '#shared/law/transfer-mechanisms.ts'
import { LawfulBasisCode } from '#shared/registers/activities/activity.parts.ts'
import { Activity, ActivityStatus } from '#shared/registers/activities/activity.schema.ts'
import { Role } from '#shared/registers/contracts/contract.schema.ts'
import { DataClass } from '#shared/registers/vocabulary/term.schema.ts'

const TERM_IDS = [
  'parents',
  'children',
  'name-and-address',
  'health-data',
  'dbs-checks',
  'any-other-information',
  'mail-service',
  'old-archive',
  'survey-tool',
  'working-together-2015',
  'gone',
]

/** Any day a record can hold, the first and the last included. */
export const aDay = fc.oneof(
  fc.constantFrom('0000-01-01', '0001-01-01', '2024-02-29', '2026-11-22', '9999-12-31'),
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
)
const dayOrNone = fc.option(aDay)
const words = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'if necessary',
    'on behalf of our customers',
    'contract closure',
    'outside the EEA',
    'France',
    'Children’s “notes”',
  ),
  // Words that the messages themselves must never hold are left out of what is typed.
  fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((text) => !/undefined|null|NaN|\[object|complian/i.test(text)),
)
const id = fc.uuid()
const termIdOf = fc.constantFrom(...TERM_IDS)
const someOf = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 })

/** An answer of any state. */
export function answerTo<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Answer<Value>> {
  return fc.oneof(fc.constant(TO_BE_DETERMINED), fc.constant(notApplicable('Because')), value.map(known))
}

const assessment = fc.record({ reference: words, assessedOn: dayOrNone })

const purpose = fc.record({
  id,
  text: words,
  basis: answerTo(fc.constantFrom(...LawfulBasisCode.options)),
  basisNote: words,
  recognisedInterest: fc.option(fc.constantFrom('RLI-1', 'RLI-5', 'RLI-9')),
  legitimateInterest: words,
  legitimateInterestsAssessment: answerTo(assessment),
  statuteIds: someOf(termIdOf),
  article9: someOf(fc.constantFrom('9-2-z', ...SPECIAL_CATEGORY_CONDITIONS.map(({ code }) => code))),
  schedule1: someOf(fc.constantFrom('SCH1-99', ...SCHEDULE_1_CONDITIONS.map(({ code }) => code))),
  policyDocument: answerTo(assessment),
})

const dataUse = fc.record({
  id,
  categoryId: termIdOf,
  dataClass: fc.constantFrom(...DataClass.options),
  peopleIds: someOf(termIdOf),
  sourceIds: someOf(termIdOf),
  retention: answerTo(
    fc.record({
      trigger: words,
      period: fc.option(
        fc.record({ amount: fc.nat({ max: 999 }), unit: fc.constantFrom('days', 'months', 'years') }),
      ),
      criterion: words,
      fate: fc.constantFrom('erase', 'anonymise', 'archive', 'return to customer', 'review', 'unknown'),
      authority: words,
    }),
  ),
  onlyIf: words,
  note: words,
})

const disclosure = fc.record({
  id,
  recipientId: termIdOf,
  capacity: fc.constantFrom('controller', 'jointController', 'processor', 'unknown'),
  purpose: words,
  agreement: answerTo(words),
  onlyIf: words,
})

const destination = fc.record({
  id,
  place: words,
  recipientId: fc.option(termIdOf),
  mechanism: answerTo(fc.constantFrom('?', ...TRANSFER_MECHANISMS.map(({ code }) => code))),
  safeguards: answerTo(words),
  note: words,
})

/** The answers of an activity, one arbitrary for each. */
export const ANSWERS = {
  destinations: answerTo(someOf(destination)),
  jointArrangement: answerTo(
    fc.record({ essence: words, contactPoint: words, document: words, agreedOn: dayOrNone }),
  ),
  automatedDecisions: answerTo(
    fc.record({
      kind: fc.constantFrom('none', 'decision support', 'solely automated'),
      profiling: fc.boolean(),
      explanation: words,
      reviewOn: dayOrNone,
    }),
  ),
  dpia: answerTo(
    fc.record({
      needed: fc.boolean(),
      progress: fc.constantFrom('not started', 'under way', 'completed', 'not needed'),
      reference: words,
      reason: words,
    }),
  ),
  consentRecord: answerTo(words),
  obligationToProvide: answerTo(
    fc.record({ kind: fc.constantFrom('statutory', 'contractual', 'optional', 'mixed'), consequence: words }),
  ),
  retentionPolicy: answerTo(fc.record({ document: words, followed: fc.boolean(), reasonsIfNot: words })),
  breaches: answerTo(fc.record({ occurred: fc.boolean(), reference: words })),
} as const

export const aWaiver = fc.record({
  rule: fc.constantFrom('no-such-rule', ...GAP_RULES.map((rule) => rule.id)),
  reason: fc.constant('Looked at'),
  waivedOn: aDay,
  waivedBy: words,
})

/** Any activity that the register would accept. */
export const anyActivity = fc
  .record({
    ...ANSWERS,
    id,
    reference: words,
    name: fc.constant('Activity'),
    description: words,
    organisationId: fc.constantFrom(null, 'provider', 'council', 'gone'),
    role: fc.constantFrom(...Role.options),
    functionId: fc.constant(null),
    status: fc.constantFrom(...ActivityStatus.options),
    owner: words,
    reviewOn: dayOrNone,
    contractIds: someOf(fc.constantFrom('fostering', 'ended', 'open', 'controllers', 'gone')),
    partyIds: someOf(fc.constantFrom('council', 'stranger', 'gone')),
    purposes: someOf(purpose),
    peopleIds: someOf(termIdOf),
    data: someOf(dataUse),
    disclosures: someOf(disclosure),
    systemIds: someOf(termIdOf),
    measureIds: someOf(termIdOf),
    securityDescription: words,
    onlyIf: words,
    relatedIds: fc.constant([]),
    waivers: someOf(aWaiver),
    evidence: fc.constant([]),
    notes: words,
  })
  .map((record) => Activity.parse(record))
