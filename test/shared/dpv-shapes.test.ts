import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { noDescribedRecords, type RegisterContent } from '#shared/records/register-content.ts'
import { projectionOf } from '#shared/dpv/projection.ts'
import { shapesTurtle } from '#shared/dpv/shapes.ts'
import { writeDpv } from '#shared/dpv/write-dpv.ts'
import { aRecord } from '#test/law/raised.ts'
import { aFullActivity, aRegister, STAMP } from '#test/reports/material.ts'
import { anyContent, withListedCodes } from '#test/support/a-dpv-register.ts'
import { shaclCheck } from '#test/support/linked-data.ts'

const problemsOf = shaclCheck(shapesTurtle())

type Node = Record<string, unknown>
type Document = { '@context': unknown; '@graph': Node[] }

/** A small register with an activity told in full, a transfer, a request and a breach. */
const CONTENT: RegisterContent = {
  ...aRegister([aFullActivity()]),
  described: {
    ...noDescribedRecords(),
    transfers: [aRecord('transfers', { country: 'US', mechanism: 'US-BRIDGE', organisationId: 'org' })],
    requests: [aRecord('requests', { right: 'R-ACCESS', receivedOn: '2026-11-02', reference: 'RR-0001' })],
    breaches: [aRecord('breaches', { kinds: ['integrity'], awareAt: '2026-11-02T16:40:00.000Z' })],
  },
}

const good = () => structuredClone(writeDpv(projectionOf(CONTENT, STAMP))) as never as Document
const node = (document: Document, kind: string) =>
  document['@graph'].find(({ '@type': types }) => (types as string[]).includes(`dpouk:${kind}`))!

/** What is changed, where, and what the shapes then say. */
const MUTATIONS: readonly (readonly [string, (document: Document) => void, string])[] = [
  [
    'a purpose without a lawful basis',
    (it) => delete node(it, 'PurposeRecord')['hasLegalBasis'],
    'Purpose: dpv:hasLegalBasis is missing, and is not said to be undetermined or not applicable.',
  ],
  [
    'a purpose on a basis of the European Union',
    (it) => (node(it, 'PurposeRecord')['hasLegalBasis'] = 'eu-gdpr:A6-1-c'),
    'Purpose: dpv:hasLegalBasis holds a term of its list, once.',
  ],
  [
    'a purpose on two bases',
    (it) => (node(it, 'PurposeRecord')['hasLegalBasis'] = ['dpouk:A6-1-c', 'dpouk:A6-1-e']),
    'Purpose: dpv:hasLegalBasis holds a term of its list, once.',
  ],
  [
    'a transfer without a country',
    (it) => delete node(it, 'TransferRecord')['hasCountry'],
    'International transfer: dpv:hasCountry is missing, and is not said to be undetermined or not applicable.',
  ],
  [
    'a transfer of an activity without a country',
    (it) => delete node(it, 'Destination')['hasCountry'],
    'Transfer of an activity: dpv:hasCountry is missing, and is not said to be undetermined or not applicable.',
  ],
  [
    'a country that is none',
    (it) => (node(it, 'TransferRecord')['hasCountry'] = 'loc:XQ'),
    'International transfer: dpv:hasCountry holds a country of the Data Privacy Vocabulary, once.',
  ],
  [
    'a mechanism that is a lawful basis',
    (it) => (node(it, 'TransferRecord')['hasLegalBasis'] = 'dpouk:A6-1-f'),
    'International transfer: dpv:hasLegalBasis holds a term of its list, once.',
  ],
  [
    'a purpose that is not there',
    (it) => (node(it, 'ActivityRecord')['hasPurpose'] = 'register:purposes/full/gone'),
    'Processing activity: dpv:hasPurpose leads to a purpose of this document.',
  ],
  [
    'a controller that is a category of people',
    (it) => (node(it, 'ActivityRecord')['hasDataController'] = 'register:people/term-Children%20in%20care'),
    'Processing activity: dpv:hasDataController leads to an organisation of this document.',
  ],
  [
    'a day that is a text',
    (it) => (node(it, 'ActivityRecord')['reviewOn'] = { '@value': 'next spring' }),
    'Processing activity: dpouk:reviewOn holds a day, once.',
  ],
  [
    'a day written as people write it',
    (it) => (node(it, 'ActivityRecord')['reviewOn'] = '22/11/2026'),
    'Processing activity: dpouk:reviewOn holds a day, once.',
  ],
  [
    'a negative number of years',
    (it) => (node(it, 'RetentionPeriod')['periodAmount'] = -1),
    'Retention period: dpouk:periodAmount holds a whole number, once.',
  ],
  [
    'a state nobody chose',
    (it) => (node(it, 'ActivityRecord')['state'] = 'perfect'),
    'Processing activity: dpouk:state holds a word of its list, once, and has to be there.',
  ],
  [
    'an activity without a name',
    (it) => delete node(it, 'ActivityRecord')['label'],
    'Processing activity: rdfs:label holds a text, once, and has to be there.',
  ],
  [
    'a request with a name',
    (it) => (node(it, 'RequestRecord')['label'] = 'Access request of Anna Example'),
    'Predicate is not allowed (closed shape)',
  ],
  [
    'a breach with an account',
    (it) => (node(it, 'BreachRecord')['description'] = 'Sent to Anna Example'),
    'Predicate is not allowed (closed shape)',
  ],
]

describe('the shapes', () => {
  let before: readonly string[]
  beforeAll(async () => {
    before = await problemsOf(good())
  })

  test('find nothing wrong with what is written', () => {
    expect(before).toEqual([])
    expect(node(good(), 'TransferRecord')['hasLegalBasis']).toBe('dpouk:US-BRIDGE')
  })

  test.each(MUTATIONS)('refuse %s', async (_, change, says) => {
    const document = good()
    change(document)
    expect(document).not.toEqual(good())
    expect(await problemsOf(document)).toEqual([says])
  })

  test('take “to be determined” and “does not apply” for answers', async () => {
    const document = good()
    const purpose = node(document, 'PurposeRecord')
    delete purpose['hasLegalBasis']
    purpose['toBeDetermined'] = 'dpv:hasLegalBasis'
    expect(await problemsOf(document)).toEqual([])
    const transfer = node(document, 'Destination')
    delete transfer['safeguards']
    transfer['doesNotApply'] = 'register:exclusions/x'
    document['@graph'].push({
      '@id': 'register:exclusions/x',
      '@type': ['dpouk:DoesNotApply'],
      aboutProperty: 'dpouk:safeguards',
      because: 'Approved country',
    })
    expect(await problemsOf(document)).toEqual([])
  })

  test('find nothing wrong with any register whose codes the law lists', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async (content) => {
        const document = writeDpv(projectionOf(withListedCodes(content), STAMP))
        expect(await problemsOf(document)).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  test('refuse a code that the law does not list, which is told all the same', async () => {
    const content = aRegister([
      { ...aFullActivity(), purposes: [{ ...aFullActivity().purposes[0]!, article9: ['9-2-z'] }] },
    ])
    const projection = projectionOf(content, STAMP)
    const purpose = projection.records.find(({ kind }) => kind === 'purposes')!
    expect(purpose.values.hasArticle9Condition).toEqual(['dpouk:unlisted/9-2-z'])
    expect(await problemsOf(writeDpv(projection))).toEqual([
      'Purpose: dpouk:hasArticle9Condition holds a term of its list.',
    ])
  })
})
