import { describe, expect, test } from 'vitest'
import { known, notApplicable, TO_BE_DETERMINED } from '#shared/answer.ts'
import { CONTRACT_RULES } from '#shared/law/gaps/contracts.ts'
import { ORGANISATION_RULES } from '#shared/law/gaps/organisations.ts'
import { gapsOfContract, gapsOfOrganisation } from '#shared/law/gaps/rules.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { type CustomerContract, newContract } from '#shared/registers/contracts/contract.schema.ts'
import { newOrganisation, type Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import {
  aContext,
  aContract,
  anActivity,
  anOrganisation,
  aDataUse,
  contractId,
  day,
  organisationId,
  termId,
} from './world.ts'

type Case<Record> = {
  readonly rule: string
  readonly raises: Partial<Record>
  readonly message: RegExp
  readonly but: Partial<Record>
  readonly activities?: readonly Activity[]
}

const registration = (number: string, expiresOn: string | null) => ({
  icoRegistration: known({ number, expiresOn: expiresOn === null ? null : day(expiresOn) }),
})
const question = { question: 'Where is the data hosted?', document: 'Notice', quote: '', settledBy: '' }
const healthRecords = anActivity({
  organisationId: organisationId('own'),
  data: [aDataUse({ categoryId: termId('health-data'), dataClass: 'special' })],
})
const nameless = known({ role: 'DPO', name: 'A. Person', email: '', telephone: '', address: '' })

const ORGANISATION_CASES: readonly Case<Organisation>[] = [
  {
    rule: 'organisation-without-contact',
    raises: { address: ' ' },
    message: /No address/,
    but: { telephone: '01234', email: '' },
  },
  {
    rule: 'officer-missing',
    raises: { dataProtectionOfficer: TO_BE_DETERMINED },
    message: /Special category/,
    but: { dataProtectionOfficer: notApplicable('Small scale') },
    activities: [healthRecords],
  },
  {
    rule: 'officer-missing',
    raises: { publicAuthority: known(true), dataProtectionOfficer: notApplicable('Too small') },
    message: /public authority/,
    but: { dataProtectionOfficer: TO_BE_DETERMINED },
  },
  {
    rule: 'officer-without-contact',
    raises: { dataProtectionOfficer: nameless },
    message: /without any contact/,
    but: {},
  },
  {
    rule: 'registration-missing',
    raises: { icoRegistration: TO_BE_DETERMINED },
    message: /No ICO registration/,
    but: { icoRegistration: notApplicable('Exempt') },
  },
  {
    rule: 'registration-missing',
    raises: registration('', '2027-06-01'),
    message: /No ICO registration/,
    but: {},
  },
  {
    rule: 'registration-expired',
    raises: registration('Z1', '2026-11-21'),
    message: /21 November 2026/,
    but: registration('Z1', '2026-11-22'),
  },
  {
    rule: 'registration-expiring',
    raises: registration('Z1', '2027-01-21'),
    message: /21 January 2027/,
    but: registration('Z1', '2027-01-22'),
  },
  {
    rule: 'registration-expiry-missing',
    raises: registration('Z1', null),
    message: /expires is not recorded/,
    but: {},
  },
  {
    rule: 'authority-undetermined',
    raises: { publicAuthority: TO_BE_DETERMINED },
    message: /public authority/,
    but: {},
  },
  {
    rule: 'question-unsettled',
    raises: { questions: [question] },
    message: /hosted/,
    but: { questions: [{ ...question, settledBy: 'In London' }] },
  },
]

const CONTRACT_CASES: readonly Case<CustomerContract>[] = [
  {
    rule: 'contract-parties-missing',
    raises: { customerId: null },
    message: /customer has not been chosen/,
    but: {},
  },
  {
    rule: 'contract-role-received-undetermined',
    raises: { roleForDataReceived: TO_BE_DETERMINED },
    message: /hands over/,
    but: {},
  },
  {
    rule: 'contract-role-created-undetermined',
    raises: { roleForDataCreated: TO_BE_DETERMINED },
    message: /created/,
    but: { roleForDataCreated: notApplicable('Nothing is') },
  },
  {
    rule: 'contract-instructions-missing',
    raises: { instructions: TO_BE_DETERMINED },
    message: /instructions/,
    but: { instructions: TO_BE_DETERMINED, roleForDataReceived: known('controller') },
  },
  {
    rule: 'contract-retention-undetermined',
    raises: { retentionAfterClosure: TO_BE_DETERMINED },
    message: /after the contract closes/,
    but: {},
  },
  {
    rule: 'contract-ended',
    raises: { endsOn: day('2026-11-21') },
    message: /21 November 2026; an activity still relies/,
    but: { endsOn: day('2026-11-22') },
    activities: [anActivity({ contractIds: [contractId('own')] })],
  },
  {
    rule: 'contract-ended',
    raises: { endsOn: day('2026-11-21') },
    message: /2 activities still rely/,
    but: {},
    activities: [
      anActivity({ contractIds: [contractId('own')] }),
      anActivity({ contractIds: [contractId('own')] }),
    ],
  },
]

describe('rules about organisations', () => {
  const gaps = ({ activities = [] }: Case<Organisation>, change: Partial<Organisation>) =>
    gapsOfOrganisation(anOrganisation('own', change), aContext({ activities }))

  test('every rule has a case', () => {
    expect([...new Set(ORGANISATION_CASES.map(({ rule }) => rule))].toSorted()).toEqual(
      ORGANISATION_RULES.map(({ id }) => id).toSorted(),
    )
  })

  test.each(ORGANISATION_CASES)('$rule is raised for $raises and names the thing', (entry) => {
    const found = gaps(entry, entry.raises).find(({ ruleId }) => ruleId === entry.rule)
    expect(found?.message).toMatch(entry.message)
  })

  test.each(ORGANISATION_CASES)('$rule is not raised for $but', (entry) => {
    expect(gaps(entry, entry.but).map(({ ruleId }) => ruleId)).not.toContain(entry.rule)
  })

  test('an organisation about which everything is said raises no rule', () => {
    expect(gapsOfOrganisation(anOrganisation('own'), aContext())).toEqual([])
  })

  test('customers and partners are not asked', () => {
    for (const relation of ['customer', 'partner'] as const)
      expect(
        gapsOfOrganisation(newOrganisation(organisationId('other'), 'Other', relation), aContext()),
      ).toEqual([])
  })
})

describe('rules about contracts', () => {
  const gaps = ({ activities = [] }: Case<CustomerContract>, change: Partial<CustomerContract>) =>
    gapsOfContract(aContract('own', change), aContext({ activities }))

  test('every rule has a case', () => {
    expect([...new Set(CONTRACT_CASES.map(({ rule }) => rule))].toSorted()).toEqual(
      CONTRACT_RULES.map(({ id }) => id).toSorted(),
    )
  })

  test.each(CONTRACT_CASES)('$rule is raised for $raises and names the thing', (entry) => {
    const found = gaps(entry, entry.raises).find(({ ruleId }) => ruleId === entry.rule)
    expect(found?.message).toMatch(entry.message)
  })

  test.each(CONTRACT_CASES)('$rule is not raised for $but', (entry) => {
    expect(gaps(entry, entry.but).map(({ ruleId }) => ruleId)).not.toContain(entry.rule)
  })

  test('a retired activity no longer relies on a contract that has ended', () => {
    const retired = anActivity({ status: 'retired', contractIds: [contractId('own')] })
    expect(
      gapsOfContract(aContract('own', { endsOn: day('2026-01-01') }), aContext({ activities: [retired] })),
    ).toEqual([])
  })

  test('a contract of which only the name is known raises what it does not say', () => {
    const found = gapsOfContract(newContract(contractId('new'), 'New'), aContext()).map(({ field }) => field)
    expect(found).toEqual([
      'customerId',
      'customerId',
      'roleForDataReceived',
      'roleForDataCreated',
      'retentionAfterClosure',
    ])
  })
})
