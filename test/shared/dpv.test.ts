import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dpvContext } from '#shared/dpv/context.ts'
import { dpvRecords, inNameOrder, projectionOf } from '#shared/dpv/projection.ts'
import { readDpv } from '#shared/dpv/read-dpv.ts'
import { dpvPieces, writeDpv } from '#shared/dpv/write-dpv.ts'
import { aFullActivity, anActivity, aRegister, STAMP } from '#test/reports/material.ts'
import { anyContent } from '#test/support/a-dpv-register.ts'
import { fromQuads, quadsOf, throughJsonLd } from '#test/support/linked-data.ts'

const textOf = (content: Parameters<typeof dpvRecords>[0]) =>
  [...dpvPieces(STAMP.registerId, dpvRecords(content, STAMP))].join('')

describe('the register in the Data Privacy Vocabulary', () => {
  test('comes back as it was told, from the text and from what other programs make of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async (content) => {
        const told = projectionOf(content, STAMP)
        expect(readDpv(JSON.parse(textOf(content)))).toEqual(told)
        const document = writeDpv(told)
        expect(readDpv(await throughJsonLd(document, dpvContext()))).toEqual(told)
        expect(readDpv(await fromQuads(await quadsOf(document), dpvContext()))).toEqual(told)
      }),
      { numRuns: 25 },
    )
  })

  test('gives the same text for the same content, in whatever order it was read', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const turned = {
          ...content,
          activities: content.activities.toReversed(),
          organisations: content.organisations.toReversed(),
          contracts: content.contracts.toReversed(),
          terms: content.terms.toReversed(),
        }
        expect(textOf(turned)).toBe(textOf(content))
      }),
      { numRuns: 20 },
    )
  })

  test('refers to nothing that is not in it, and calls no two things the same', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const { records } = projectionOf(content, STAMP)
        const names = new Set(records.map(({ id }) => id))
        expect(names.size).toBe(records.length)
        const named = records
          .flatMap(({ values }) => Object.values(values).flat())
          .filter((value) => String(value).startsWith('register:'))
        expect(named.filter((value) => !names.has(String(value)))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('tells activities by their references as people count', () => {
    const content = aRegister(
      ['F-10', 'F-9', 'F-2'].map((reference) => anActivity(reference, 'A', { reference })),
    )
    const told = [...dpvRecords(content, STAMP)].filter(({ kind }) => kind === 'activities')
    expect(told.map(({ values }) => values.identifier)).toEqual([['F-2'], ['F-9'], ['F-10']])
  })

  test('says who is controller and who processor, on what basis, with which right, and where data goes', () => {
    const { records } = projectionOf(aRegister([aFullActivity()]), STAMP)
    const said = (id: string) => records.find((record) => record.id === id)!.values
    expect(said('register:activities/full')).toMatchObject({
      hasDataController: ['register:organisations/org'],
      needed: ['eu-gdpr:DPIARequired'],
      hasRight: expect.arrayContaining(['dpouk:R-ACCESS', 'dpouk:R-OBJECT', 'dpouk:R-CPL']),
    })
    expect(said('register:purposes/full/p1')).toMatchObject({
      hasLegalBasis: ['dpouk:A6-1-c'],
      hasArticle9Condition: ['dpouk:A9-2-g'],
      hasSchedule1Condition: ['dpouk:SCH1-18'],
    })
    expect(said('register:destinations/full/t1')).toMatchObject({
      hasCountry: ['loc:IE'],
      hasLegalBasis: ['dpouk:ADEQUACY'],
    })
    expect(said('register:periods/full/d1')).toMatchObject({ periodAmount: [6], periodUnit: ['years'] })
  })

  test('tells what is not known from what does not apply', () => {
    const content = aRegister([
      anActivity('a', 'A', { destinations: { state: 'value', value: [] } }),
      anActivity('b', 'B', { dpia: { state: 'notApplicable', because: 'Paper only' } }),
    ])
    const { records } = projectionOf(content, STAMP)
    const values = (id: string) => records.find((record) => record.id === id)?.values
    expect(values('register:activities/a')!.toBeDetermined).not.toContain('dpouk:hasTransfer')
    expect(values('register:activities/b')!.toBeDetermined).toContain('dpouk:hasTransfer')
    expect(values('register:exclusions/activities/a/hasTransfer')!.because).toEqual([
      'Nothing is recorded as leaving the United Kingdom.',
    ])
    expect(values('register:exclusions/activities/b/needed')).toEqual({
      aboutProperty: ['dpouk:needed'],
      because: ['Paper only'],
    })
  })

  test('keeps no order but that of names when it is read', () => {
    const { records } = projectionOf(aRegister([aFullActivity()]), STAMP)
    expect(inNameOrder(records.toReversed())).toEqual(records)
  })
})

describe('reading a document', () => {
  const good = () =>
    structuredClone(writeDpv(projectionOf(aRegister([aFullActivity()]), STAMP))) as never as {
      '@context': Record<string, unknown>
      '@graph': Record<string, unknown>[]
    }

  test.each([
    [
      'another context',
      (it: ReturnType<typeof good>) => (it['@context']['label'] = 'rdfs:seeAlso'),
      /context/,
    ],
    [
      'a context from elsewhere',
      (it: ReturnType<typeof good>) => Object.assign(it, { '@context': 'https://x.test' }),
      /JSON-LD|context/,
    ],
    [
      'a thing of another kind',
      (it: ReturnType<typeof good>) => (it['@graph'][1]!['@type'] = ['dpv:Process']),
      /kind that is not known/,
    ],
    [
      'something else said',
      (it: ReturnType<typeof good>) => (it['@graph'][1]!['secret'] = 'x'),
      /not known.*secret/,
    ],
    [
      'no register',
      (it: ReturnType<typeof good>) =>
        (it['@graph'] = it['@graph'].filter(({ '@id': id }) => id !== 'register:register')),
      /which register/,
    ],
    [
      'a number that is none',
      (it: ReturnType<typeof good>) => (it['@graph'].find(({ revision }) => revision)!['revision'] = 'many'),
      /not what its property holds/,
    ],
  ])('refuses %s', (_, change, why) => {
    const document = good()
    expect(readDpv(document).records.length).toBeGreaterThan(10)
    change(document)
    expect(() => readDpv(document)).toThrow(why)
  })

  test.each([null, 7, [], 'text', {}])('refuses %j', (given) => {
    expect(() => readDpv(given)).toThrow()
  })
})
