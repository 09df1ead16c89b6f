import { describe, expect, test } from 'vitest'
import { buildRegister } from '#engine/sample/build-register.ts'
import type { DescribedFiles } from '#engine/sample/build-described.ts'
import { buildSample, SAMPLE_FILES } from '#engine/sample/build-sample.ts'
import { DescribedName } from '#shared/described/names.ts'
import { Activity } from '#shared/registers/activities/activity.schema.ts'
import { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { Term, VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { noticeOf } from './sample/seeds-map.ts'

const sample = buildSample()

describe('the sample register', () => {
  test('holds the five organisations of the notices, their customers and partners', () => {
    const relations = sample.organisations.map(({ relation }) => relation)
    expect(new Set(relations)).toEqual(new Set(['own', 'customer', 'partner']))
    expect(sample.organisations.map(({ legalName }) => legalName)).toEqual(
      expect.arrayContaining([
        'Polaris Childrens Services Limited',
        'Active Care Solution',
        "Worcestershire County Council Children's Services",
        'Support service (controller not named in its notice)',
        'Home-Start Ashford & District',
      ]),
    )
  })

  test.each([
    ['PCS', 20],
    ['PC', 27],
    ['WCC', 18],
    ['SS', 8],
    ['HS', 18],
  ])('holds the activities %s-01 to %s-%i without a break', (prefix, count) => {
    const references = sample.activities.map(({ reference }) => reference)
    const expected = Array.from(
      { length: count },
      (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`,
    )
    expect(references.filter((reference) => reference.startsWith(`${prefix}-`))).toEqual(expected)
  })

  test('shows all three roles', () => {
    expect(new Set(sample.activities.map(({ role }) => role))).toEqual(
      new Set(['controller', 'jointController', 'processor']),
    )
  })

  test('has words in each of the eight lists', () => {
    expect(new Set(sample.terms.map(({ vocabulary }) => vocabulary))).toEqual(new Set(VocabularyName.options))
  })

  test('is made of records that their schemas let in unchanged', () => {
    expect(sample.organisations.map((record) => Organisation.parse(record))).toEqual(sample.organisations)
    expect(sample.contracts.map((record) => CustomerContract.parse(record))).toEqual(sample.contracts)
    expect(sample.activities.map((record) => Activity.parse(record))).toEqual(sample.activities)
    expect(sample.terms.map((record) => Term.parse(record))).toEqual(sample.terms)
  })

  test('is the same each time, ids included', () => {
    expect(buildSample()).toEqual(sample)
    expect(sample.activities[0]).toMatchObject({
      reference: 'PCS-01',
      id: 'a35ec405-f08e-81cd-885d-f04e8fcc3ca7',
    })
  })

  test('gives no two records, and no two parts of records, the same id', () => {
    const ids = [
      ...[sample.organisations, sample.contracts, sample.terms].flatMap((records) =>
        records.map(({ id }) => id),
      ),
      ...sample.activities.flatMap(({ id, purposes, data, disclosures }) => [
        id,
        ...[...purposes, ...data, ...disclosures].map((part) => part.id),
      ]),
    ]
    expect(ids).toHaveLength(new Set(ids).size)
    expect(
      ids.filter((id) => !/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)),
    ).toEqual([])
  })

  test('claims no owner, review date, registration number or assessment that no notice gives', () => {
    for (const activity of sample.activities) {
      expect(activity).toMatchObject({ owner: '', reviewOn: null, status: 'draft', waivers: [] })
      expect(activity.dpia.state).toBe('toBeDetermined')
      for (const purpose of activity.purposes) {
        expect(purpose.legitimateInterestsAssessment.state).toBe('toBeDetermined')
        expect(purpose.policyDocument.state).toBe('toBeDetermined')
      }
    }
    for (const organisation of sample.organisations) {
      expect(organisation.icoRegistration.state).toBe('toBeDetermined')
      expect(organisation).toMatchObject({ companyNumber: '', charityNumber: '', telephone: '' })
    }
  })

  test('knows one fixed period only: the year that Home-Start keeps case records', () => {
    const periods = sample.activities.flatMap(({ reference, data }) =>
      data.flatMap(({ retention }) =>
        retention.state === 'value' && retention.value.period
          ? [{ reference, ...retention.value.period }]
          : [],
      ),
    )
    expect(periods.length).toBeGreaterThan(0)
    expect(periods.filter(({ reference }) => !reference.startsWith('HS-'))).toEqual([])
    expect(new Set(periods.map(({ amount, unit }) => `${amount} ${unit}`))).toEqual(new Set(['1 years']))
  })

  test('proves each activity by the notice of its own organisation', () => {
    const notices = { PCS: '000', PC: '001', WCC: '002', SS: '003', HS: '004' }
    for (const { reference, evidence } of sample.activities) {
      const [prefix] = reference.split('-')
      const expected = notices[prefix as keyof typeof notices]
      expect(evidence.length, reference).toBeGreaterThan(1)
      expect(new Set(evidence.map(({ document }) => noticeOf(document))), reference).toEqual(
        new Set([expected]),
      )
    }
  })
})

const NOTHING_DESCRIBED = Object.fromEntries(
  DescribedName.options.map((name) => [name, { records: [] }]),
) as unknown as DescribedFiles

describe('a sample file with a slip', () => {
  const activities = (fields: object) => ({
    ...SAMPLE_FILES,
    // The other registers' records name activities that are not here.
    described: NOTHING_DESCRIBED,
    activities: {
      'activities-slip.json': {
        document: 'Notice 000: a notice',
        organisation: 'Polaris Childrens Services Limited',
        common: {},
        retention: {},
        activities: [{ reference: 'XX-01', name: 'Slip', purposes: [], evidence: [], ...fields }],
      },
    },
  })

  test.each([
    ['a word', { people: ['Astronauts'] }, 'people/Astronauts'],
    ['an organisation', { parties: ['Nobody Limited'] }, 'Nobody Limited'],
    ['a contract', { contracts: ['No such contract'] }, 'No such contract'],
    ['another activity', { related: ['XX-99'] }, 'XX-99'],
    ['a retention rule', { data: [{ categories: ['Identity data'], retention: 'Never' }] }, 'Never'],
  ])('is refused when it names %s that nobody declared, with file and name', (_, fields, name) => {
    const build = () => buildRegister(activities(fields))
    expect(build).toThrow('activities-slip.json (XX-01)')
    expect(build).toThrow(`“${name}”`)
  })

  test('is refused when a field is misspelt or an answer is of the wrong kind', () => {
    expect(() => buildRegister(activities({ peopel: [] }))).toThrow(/activities-slip\.json.*peopel/)
    expect(() => buildRegister(activities({ dpia: { needed: 'perhaps' } }))).toThrow(
      /activities-slip\.json.*dpia/,
    )
  })

  test('takes a bare value as known, silence as to be determined, and a reason as not applicable', () => {
    const { activities: built } = buildRegister(
      activities({ consentRecord: 'Cabinet 3', destinations: { notApplicable: 'nothing is kept' } }),
    )
    expect(built[0]).toMatchObject({
      consentRecord: { state: 'value', value: 'Cabinet 3' },
      destinations: { state: 'notApplicable', because: 'nothing is kept' },
      dpia: { state: 'toBeDetermined' },
    })
  })
})
