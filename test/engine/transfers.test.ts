import { describe, expect, test } from 'vitest'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { startTestEngine } from '../support/engine.ts'

const named = (records: readonly { readonly title: string }[]) => records.map(({ title }) => title)

describe('transfers', () => {
  test('tell how each stands, and the worst of each country', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { lines, countries } = await engine.call('transfers.standings', {})
    const meta = lines.find(({ title }) => title.includes('Meta Platforms'))
    expect(meta).toMatchObject({
      country: 'US',
      importer: 'PR-0002 Meta Platforms, Inc.',
      organisation: 'Polaris Community',
      standing: { standing: 'nothing' },
    })
    expect(countries).toContainEqual({
      code: 'US',
      name: 'United States of America',
      worst: 'nothing',
      transfers: 2,
    })
    expect(countries).toContainEqual({ code: 'GB', name: 'United Kingdom', worst: 'home', transfers: 1 })
    expect(countries.map(({ code }) => code)).not.toContain('AU')
  })

  test('show in the list how each stands', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { rows } = await engine.call('records.list', {
      register: 'transfers',
      filter: EVERY_RECORD,
      sort: [],
      groupBy: null,
      offset: 0,
      limit: 50,
    })
    expect(rows.map(({ cells }) => cells['standing'])).toEqual(
      expect.arrayContaining([
        'Approved country',
        'Nothing recorded that lets it happen',
        'Country not known yet',
      ]),
    )
  })

  test('follow the filter of the list', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { lines } = await engine.call('transfers.standings', {
      filter: { ...EVERY_RECORD, facets: { country: ['IE'] } },
    })
    expect(lines).toHaveLength(3)
    expect(new Set(lines.map(({ standing }) => standing?.standing))).toEqual(new Set(['adequate']))
  })

  test('say what hangs on Ireland, save nothing, and answer as at a day before', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const before = await engine.call('history.recent', { limit: 1 })
    const found = await engine.call('transfers.ifNotAdequate', { countries: ['IE'] })
    expect(named(found.transfers)).toHaveLength(3)
    expect(found.transfers.every(({ isHit }) => isHit)).toBe(true)
    expect(named(found.processors)).toEqual(
      expect.arrayContaining([expect.stringContaining('Google Ireland Limited')]),
    )
    expect(named(found.activities).map((title) => title.slice(0, 5))).toEqual(
      expect.arrayContaining(['PC-13', 'PC-14', 'PC-22']),
    )
    const after = await engine.call('history.recent', { limit: 1 })
    expect(after).toEqual(before)
    const past = PlainDate.parse('2026-11-21')
    await expect(engine.call('transfers.ifNotAdequate', { countries: ['IE'] }, past)).resolves.toEqual({
      transfers: [],
      processors: [],
      activities: [],
    })
  })

  test('refuse a country that is no code, and none at all', async () => {
    await using engine = await startTestEngine()
    await expect(engine.call('transfers.ifNotAdequate', { countries: [] })).rejects.toThrow()
    await expect(engine.call('transfers.ifNotAdequate', { countries: ['Ireland'] })).rejects.toThrow()
  })
})

describe('the chain of a processor', () => {
  test('reaches those behind the first, and says who uses whom', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const idOf = async (text: string) => {
      const [first] = await engine.call('records.options', {
        register: 'processors',
        text,
        including: [],
        limit: 5,
      })
      return first!.id
    }
    const chain = await engine.call('processors.chain', { id: await idOf('Supplier of the case system') })
    expect(chain.links.map(({ depth, toTitle }) => `${depth} ${toTitle.slice(8)}`)).toEqual([
      '1 Hosting company in the United Kingdom',
      '1 Support desk in India',
      '2 Survey tool in the United States',
      '1 Survey tool in the United States',
    ])
    const survey = await engine.call('processors.chain', { id: await idOf('Survey tool') })
    expect(survey.links).toEqual([])
    expect(named(survey.usedBy)).toHaveLength(2)
    await expect(engine.call('processors.chain', { id: 'nobody' })).rejects.toThrow(
      'no longer in the register',
    )
  })

  test('a circle can be recorded and is named', async () => {
    await using engine = await startTestEngine()
    const make = (name: string) => engine.call('records.create', { register: 'processors', name, fields: {} })
    const [one, other] = [await make('One'), await make('Other')]
    const uses = (id: string, processorId: string) =>
      engine.call('records.change', {
        register: 'processors',
        id,
        changes: {
          subProcessors: [
            { id: 's', processorId, what: '', authorised: null, authorisedOn: null, sameTerms: null },
          ],
        },
      })
    await uses(one.id, other.id)
    await uses(other.id, one.id)
    const { links } = await engine.call('processors.chain', { id: one.id })
    expect(links.map(({ isCycle }) => isCycle)).toEqual([false, true])
  })
})

describe('rules across the registers', () => {
  test('a recipient abroad that activities name, with no transfer, is raised on the Gaps page', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const gaps = await engine.call('gaps.list', { organisationId: null, withWaived: false })
    const raised = gaps.filter(({ ruleId }) => ruleId === 'recipient-abroad-without-transfer')
    expect(raised.map(({ title }) => title.slice(8))).toEqual(['Supplier of the case system'])
  })
})
