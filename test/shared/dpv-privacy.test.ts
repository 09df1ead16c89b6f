import type { z } from 'zod'
import { describe, expect, test } from 'vitest'
import { described } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import { dpvRecords } from '#shared/dpv/projection.ts'
import { dpvPieces } from '#shared/dpv/write-dpv.ts'
import { noDescribedRecords, type RegisterContent } from '#shared/records/register-content.ts'
import { Activity } from '#shared/registers/activities/activity.schema.ts'
import { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { Term, TermId, VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { STAMP } from '#test/reports/material.ts'
import { fillSchema } from '#test/support/fill-schema.ts'

/** Where texts go out: field by field, and nowhere else. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  organisations: [
    'legalName',
    'tradingNames[]',
    'companyNumber',
    'charityNumber',
    'icoRegistration.value.number',
  ],
  contracts: ['name', 'reference', 'subject'],
  terms: ['name', 'description', 'synonyms[]', 'location', 'country', 'citation'],
  activities: [
    'reference',
    'name',
    'description',
    'jointArrangement.value.essence',
    'purposes[].text',
    'purposes[].basisNote',
    'purposes[].legitimateInterest',
    'data[].retention.value.trigger',
    'data[].retention.value.criterion',
    'data[].retention.value.authority',
    'data[].onlyIf',
    'disclosures[].purpose',
    'disclosures[].agreement.value',
    'disclosures[].onlyIf',
    'destinations.value[].place',
    'destinations.value[].safeguards.value',
    'securityDescription',
    'onlyIf',
  ],
  processors: ['reference', 'name'],
  transfers: ['reference', 'name', 'purpose'],
  arrangements: ['reference', 'name', 'together', 'essence', 'essencePlace'],
  retention: ['reference', 'name', 'trigger', 'criterion', 'authority'],
  assessments: ['reference', 'name'],
  requests: [],
  breaches: [],
}

/** Where each name stands; a name is short, so that it fits where little text does. */
const places = new Map<string, string>()

/** A record with somebody's name in every field that takes text, each name somewhere else. Ids are no texts: in names of things they are written in another way. */
function marked<Schema extends z.ZodType>(
  register: string,
  schema: Schema,
  branch: string,
): z.output<Schema> {
  const filled = fillSchema(schema, {
    branch,
    text: (path) => {
      const name = `«N${places.size}»`
      places.set(name, register + path)
      return name
    },
  })
  return filled as z.output<Schema>
}

function contentIn(branch: string): RegisterContent {
  return {
    organisations: [marked('organisations', Organisation, branch)],
    contracts: [marked('contracts', CustomerContract, branch)],
    activities: [marked('activities', Activity, branch)],
    terms: VocabularyName.options.map((vocabulary) => ({
      ...marked('terms', Term, branch),
      id: TermId.parse(vocabulary),
      vocabulary,
    })),
    settings: DEFAULT_SETTINGS,
    described: {
      ...noDescribedRecords(),
      ...Object.fromEntries(
        DescribedName.options.map((name) => [name, [marked(name, described(name).schema as never, branch)]]),
      ),
    },
  }
}

function marksIn(content: RegisterContent): readonly string[] {
  const text = [...dpvPieces(STAMP.registerId, dpvRecords(content, STAMP))].join('')
  return [...new Set([...text.matchAll(/«N\d+»/gu)].map(([mark]) => places.get(mark)!))].toSorted()
}

describe('what goes out in the Data Privacy Vocabulary', () => {
  test('is every text that is listed here, and no other', () => {
    const expected = Object.entries(TOLD).flatMap(([register, fields]) =>
      fields.map((field) => `${register}.${field}`),
    )
    expect(marksIn(contentIn('value'))).toEqual(expected.toSorted())
    expect(places.size).toBeGreaterThan(500)
  })

  test('has reasons why something does not apply for activities, contracts and organisations only', () => {
    const marks = marksIn(contentIn('notApplicable')).filter((mark) => mark.endsWith('.because'))
    expect(marks.length).toBeGreaterThan(5)
    expect(marks.filter((mark) => !/^(?:activities|contracts|organisations)\./u.test(mark))).toEqual([])
  })

  test('has nothing of requests and breaches but what the program gives: no name, title, account or letter', () => {
    const content = contentIn('value')
    const records = [...dpvRecords(content, STAMP)].filter(({ kind }) =>
      ['requests', 'breaches'].includes(kind),
    )
    expect(records.map(({ kind }) => kind).toSorted()).toEqual(['breaches', 'requests'])
    expect(JSON.stringify(records)).not.toContain('«N')
    expect(records.every(({ values }) => values.identifier === undefined)).toBe(true)
  })

  test('has the number of a request where it is one that the program gave', () => {
    const content = contentIn('value')
    const [request] = content.described.requests
    const numbered = {
      ...content,
      described: { ...content.described, requests: [{ ...request!, reference: 'RR-0012' }] },
    }
    const told = [...dpvRecords(numbered, STAMP)].find(({ kind }) => kind === 'requests')
    expect(told?.values.identifier).toEqual(['RR-0012'])
  })

  test('holds no register of people told, complaints, consents, preferences, suppressions or searches', () => {
    const kinds = new Set([...dpvRecords(contentIn('value'), STAMP)].map(({ kind }) => kind as string))
    for (const name of [
      'recipients-to-tell',
      'complaints',
      'consents',
      'preferences',
      'suppressions',
      'searches',
      'disposals',
      'evidence',
      'notices',
      'mappings',
    ])
      expect(kinds).not.toContain(name)
  })
})
