import { known, notApplicable, TO_BE_DETERMINED } from '#shared/answer.ts'
import { aPurpose, organisationId, termId } from '#test/law/world.ts'
import {
  type Case,
  council,
  fostering,
  publicTask,
  recognised,
  interest,
  processor,
  joint,
  purposes,
} from './case.ts'

/** One case for each rule about Article 30, bases and legitimate interests. */
export const RECORD_CASES: readonly Case[] = [
  { rule: 'organisation-missing', raises: { organisationId: null }, message: /has not been chosen/, but: {} },
  {
    rule: 'purpose-missing',
    raises: { purposes: [] },
    message: /No purpose/,
    but: { ...processor, purposes: [], description: 'Hosting' },
  },
  {
    rule: 'purpose-without-words',
    raises: purposes(aPurpose({ text: ' ' })),
    message: /Purpose 1/,
    but: purposes(aPurpose()),
  },
  {
    rule: 'people-missing',
    raises: { peopleIds: [] },
    message: /category of people/,
    but: { ...processor, peopleIds: [] },
  },
  {
    rule: 'data-missing',
    raises: { data: [] },
    message: /category of personal data/,
    but: { ...processor, data: [] },
  },
  {
    rule: 'recipients-missing',
    raises: { disclosures: [] },
    message: /No recipient/,
    but: { ...processor, disclosures: [] },
  },
  {
    rule: 'transfers-undetermined',
    raises: { destinations: TO_BE_DETERMINED },
    message: /leaves the United Kingdom/,
    but: { destinations: notApplicable('Paper only') },
  },
  {
    rule: 'security-missing',
    raises: { measureIds: [] },
    message: /No security/,
    but: { measureIds: [], securityDescription: 'Locked' },
  },
  {
    rule: 'processing-categories-missing',
    raises: { ...processor, purposes: [] },
    message: /not been described/,
    but: processor,
  },
  {
    rule: 'controller-missing',
    raises: { ...processor, partyIds: [] },
    message: /No controller/,
    but: { partyIds: [] },
  },
  {
    rule: 'joint-controller-missing',
    raises: { ...joint, partyIds: [] },
    message: /No joint controller/,
    but: joint,
  },
  {
    rule: 'party-without-contact',
    raises: { ...joint, partyIds: [organisationId('stranger')] },
    message: /The stranger/,
    but: { partyIds: [organisationId('stranger')] },
  },
  {
    rule: 'breaches-undetermined',
    raises: { breaches: TO_BE_DETERMINED },
    message: /breach/,
    but: { breaches: notApplicable('New') },
  },
  {
    rule: 'basis-missing',
    raises: purposes(aPurpose({ basis: TO_BE_DETERMINED })),
    message: /“Send the newsletter” has no lawful basis/,
    but: { ...processor, purposes: [aPurpose({ basis: TO_BE_DETERMINED })] },
  },
  {
    rule: 'source-of-law-missing',
    raises: purposes(aPurpose({ basis: known('6-1-c') })),
    message: /legal obligation/,
    but: purposes(aPurpose({ basis: known('6-1-c'), statuteIds: [termId('children-act-1989')] })),
  },
  {
    rule: 'public-task-of-another',
    raises: { contractIds: fostering, ...purposes(publicTask) },
    message: /task of a customer.*The provider itself/,
    but: { organisationId: council, contractIds: fostering, ...purposes(publicTask) },
  },
  {
    rule: 'authority-legitimate-interests',
    raises: { organisationId: council, ...purposes(interest) },
    message: /public authority/,
    but: purposes(interest),
  },
  {
    rule: 'authority-recognised-interest',
    raises: { organisationId: council, ...purposes(recognised) },
    message: /public authority/,
    but: purposes(recognised),
  },
  {
    rule: 'recognised-interest-missing',
    raises: purposes({ ...recognised, recognisedInterest: 'RLI-9' }),
    message: /Annex 1/,
    but: purposes(recognised),
  },
  {
    rule: 'necessity-missing',
    raises: purposes({ ...recognised, basisNote: '' }),
    message: /necessary/,
    but: purposes(recognised),
  },
  {
    rule: 'interest-missing',
    raises: purposes({ ...interest, legitimateInterest: '' }),
    message: /not named/,
    but: purposes(interest),
  },
  {
    rule: 'assessment-missing',
    raises: purposes({ ...interest, legitimateInterestsAssessment: TO_BE_DETERMINED }),
    message: /without a recorded assessment/,
    but: purposes(interest),
  },
  {
    rule: 'consent-record-missing',
    raises: { consentRecord: known(' ') },
    message: /consent is recorded/,
    but: { consentRecord: TO_BE_DETERMINED, ...purposes(interest) },
  },
  {
    rule: 'contract-with-somebody-else',
    raises: { contractIds: fostering, ...purposes(aPurpose({ basis: known('6-1-b') })) },
    message: /with a customer/,
    but: purposes(aPurpose({ basis: known('6-1-b'), basisNote: 'Fostering agreement with the carer' })),
  },
  {
    rule: 'vital-interests-as-usual-basis',
    raises: purposes(aPurpose({ basis: known('6-1-d') })),
    message: /no other basis/,
    but: purposes(aPurpose({ basis: known('6-1-d') }), aPurpose({ id: 'purpose-2' })),
  },
]
