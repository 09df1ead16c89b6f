import { known, notApplicable, TO_BE_DETERMINED } from '#shared/answer.ts'
import { aPurpose, aDataUse, contractId, day, termId } from '#test/law/world.ts'
import {
  type Case,
  council,
  special,
  criminal,
  fostering,
  publicTask,
  safeguarding,
  processor,
  purposes,
  data,
  retention,
} from './case.ts'

/** One case for each rule about special category data, policy documents and the classes of data. */
export const DATA_CASES: readonly Case[] = [
  {
    rule: 'article-9-missing',
    raises: data(special),
    message: /“Health data”/,
    but: { ...data(special), ...purposes(safeguarding) },
  },
  {
    rule: 'article-9-purpose-open',
    raises: { ...data(special), ...purposes(safeguarding, aPurpose({ id: 'purpose-2' })) },
    message: /does it use the special category data/,
    but: { ...data(special), ...purposes(safeguarding) },
  },
  {
    rule: 'schedule-1-missing',
    raises: purposes(aPurpose({ article9: ['9-2-h'], schedule1: ['SCH1-18'] })),
    message: /9\(2\)\(h\)/,
    but: purposes(aPurpose({ article9: ['9-2-h'], schedule1: ['SCH1-2'] })),
  },
  {
    rule: 'schedule-1-does-not-fit',
    raises: purposes(aPurpose({ schedule1: ['SCH1-29'] })),
    message: /paragraph 29/,
    but: { ...data(criminal), ...purposes(aPurpose({ schedule1: ['SCH1-29'] })) },
  },
  {
    rule: 'article-10-missing',
    raises: data(criminal),
    message: /“Convictions”/,
    but: { ...data(criminal), organisationId: council, ...purposes({ ...publicTask, article9: ['10'] }) },
  },
  {
    rule: 'article-9-without-special-data',
    raises: { ...data(criminal), ...purposes(safeguarding) },
    message: /Article 10/,
    but: { ...data(criminal, special), ...purposes(safeguarding) },
  },
  {
    rule: 'unknown-condition',
    raises: purposes(aPurpose({ article9: ['9-2-z'] })),
    message: /9-2-z/,
    but: purposes(aPurpose({ article9: ['9-2-e'] })),
  },
  {
    rule: 'policy-document-missing',
    raises: purposes({ ...safeguarding, policyDocument: TO_BE_DETERMINED }),
    message: /none is recorded/,
    but: purposes(aPurpose({ article9: ['9-2-h'], schedule1: ['SCH1-2'] })),
  },
  {
    rule: 'policy-document-set-aside',
    raises: purposes({ ...safeguarding, policyDocument: notApplicable('Too long') }),
    message: /sets the policy document aside/,
    but: purposes({
      ...safeguarding,
      schedule1: ['SCH1-10'],
      policyDocument: notApplicable('Only disclosed to the police'),
    }),
  },
  {
    rule: 'policy-document-old',
    raises: purposes({
      ...safeguarding,
      policyDocument: known({ reference: '', assessedOn: day('2025-11-21') }),
    }),
    message: /Fri,? 21 November 2025/,
    but: purposes({
      ...safeguarding,
      policyDocument: known({ reference: '', assessedOn: day('2025-11-22') }),
    }),
  },
  {
    rule: 'basis-note-missing',
    raises: purposes({ ...safeguarding, basisNote: '' }),
    message: /how its lawful basis is met/,
    but: purposes(safeguarding),
  },
  {
    rule: 'retention-policy-missing',
    raises: { retentionPolicy: TO_BE_DETERMINED, ...purposes(safeguarding) },
    message: /kept and erased/,
    but: { retentionPolicy: TO_BE_DETERMINED },
  },
  {
    rule: 'retention-policy-not-followed',
    raises: { retentionPolicy: known({ document: '', followed: false, reasonsIfNot: '' }) },
    message: /no reasons/,
    but: { retentionPolicy: known({ document: '', followed: false, reasonsIfNot: 'Inquiry' }) },
  },
  {
    rule: 'class-differs-from-term',
    raises: data({ ...special, dataClass: 'ordinary' }),
    message: /ordinary here and special/,
    but: data(special),
  },
  {
    rule: 'financial-classed-special',
    raises: data(aDataUse({ categoryId: termId('income-and-bank-details'), dataClass: 'special' })),
    message: /Income and bank details/,
    but: data(aDataUse({ categoryId: termId('disability-benefits'), dataClass: 'special' })),
  },
  {
    rule: 'offences-not-classed-criminal',
    raises: data(aDataUse({ categoryId: termId('dbs-checks'), dataClass: 'special' })),
    message: /“DBS checks” is classed special/,
    but: data(aDataUse({ categoryId: termId('dbs-checks'), dataClass: 'criminal' })),
  },
  {
    rule: 'special-classed-ordinary',
    raises: data({ ...special, dataClass: 'ordinary' }),
    message: /Health data/,
    but: data(special),
  },
  {
    rule: 'open-ended-category',
    raises: data(aDataUse({ categoryId: termId('any-other-information') })),
    message: /leaves open/,
    but: {},
  },
  {
    rule: 'source-missing',
    raises: data(aDataUse({ sourceIds: [] })),
    message: /comes from/,
    but: { ...processor, ...data(aDataUse({ sourceIds: [] })) },
  },
  {
    rule: 'impact-assessment-undecided-children',
    raises: { dpia: TO_BE_DETERMINED, peopleIds: [termId('residents')] },
    message: /“Residents”/,
    but: { dpia: TO_BE_DETERMINED, peopleIds: [termId('parents')] },
  },
  {
    rule: 'impact-assessment-unfinished',
    raises: { dpia: known({ needed: true, progress: 'under way', reference: '', reason: '' }) },
    message: /under way/,
    but: { dpia: known({ needed: true, progress: 'completed', reference: 'DPIA 1', reason: '' }) },
  },
  {
    rule: 'impact-assessment-without-reason',
    raises: { dpia: known({ needed: false, progress: 'not needed', reference: '', reason: '' }) },
    message: /no reason/,
    but: {},
  },
  {
    rule: 'retention-missing',
    raises: data(aDataUse({ retention: TO_BE_DETERMINED })),
    message: /How long “Name and address”/,
    but: data(aDataUse({ retention: notApplicable('Never stored') })),
  },
  {
    rule: 'retention-vague',
    raises: retention({ period: null, criterion: 'a limited period of time, depending on the service' }),
    message: /sets no limit/,
    but: retention({ period: null, criterion: 'until the child turns 75' }),
  },
  {
    rule: 'retention-trigger-missing',
    raises: retention({ trigger: '' }),
    message: /6 years, but from when/,
    but: {},
  },
  {
    rule: 'retention-fate-unknown',
    raises: retention({ fate: 'unknown' }),
    message: /What becomes/,
    but: {},
  },
  {
    rule: 'retention-contract-missing',
    raises: { contractIds: [contractId('open')], ...retention({ trigger: 'contract closure' }) },
    message: /Contract open/,
    but: { contractIds: fostering, ...retention({ trigger: 'contract closure' }) },
  },
]
