import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { Activity } from '#shared/registers/activities/activity.schema.ts'
import { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { Settings } from '#shared/registers/settings/settings.schema.ts'
import { ActivityView } from '#shared/registers/views/view.schema.ts'
import { Term } from '#shared/registers/vocabulary/term.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { anActivity, listOf } from '#test/support/builders.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { fillSchema, textFields } from '#test/support/fill-schema.ts'
import { NAUGHTY, naughtyCorpora } from '#test/support/naughty.ts'

type Engine = Awaited<ReturnType<typeof startTestEngine>>
type Fields = Record<string, unknown>
/** A register, and how one record of it is changed and read back. */
type Target = {
  schema: z.ZodObject
  create: (engine: Engine) => Promise<string>
  change: (engine: Engine, id: string, changes: never) => Promise<unknown>
  read: (engine: Engine, id: string) => Promise<Fields>
}

const BRANCHES = ['value', 'notApplicable']

const TARGETS: Record<string, Target> = {
  activities: {
    schema: Activity.omit({ id: true, waivers: true }),
    create: ({ call }) => anActivity(call, 'Activity'),
    change: ({ call }, id, changes) => call('activities.change', { id, changes }),
    read: async ({ call }, id) => (await call('activities.get', { id })).activity,
  },
  organisations: {
    // The body above it must not be itself, and is an id.
    schema: Organisation.omit({ id: true, parentId: true }),
    create: async ({ call }) =>
      (await call('organisations.create', { legalName: 'Body', relation: 'own' })).id,
    change: ({ call }, id, changes) => call('organisations.change', { id, changes }),
    read: ({ call }, id) => call('organisations.get', { id }),
  },
  contracts: {
    schema: CustomerContract.omit({ id: true }),
    create: async ({ call }) => (await call('contracts.create', { name: 'Contract' })).id,
    change: ({ call }, id, changes) => call('contracts.change', { id, changes }),
    read: ({ call }, id) => call('contracts.get', { id }),
  },
  vocabulary: {
    schema: Term.omit({ id: true, vocabulary: true }),
    create: async ({ call }) => (await call('vocabulary.create', { vocabulary: 'people', name: 'Term' })).id,
    change: ({ call }, id, changes) => call('vocabulary.change', { id, changes }),
    read: ({ call }, id) => call('vocabulary.get', { id }),
  },
  views: {
    schema: ActivityView.omit({ id: true, register: true }),
    create: async ({ call }) => {
      const view = { name: 'View', filter: listOf().filter, sort: [], groupBy: null, columns: [], pinned: [] }
      return (await call('views.create', view)).id
    },
    change: ({ call }, id, changes) => call('views.change', { id, changes }),
    read: async ({ call }, id) => {
      const {
        count: _count,
        register: _register,
        ...view
      } = (await call('views.list', {})).find((one) => one.id === id)!
      return view
    },
  },
  settings: {
    schema: Settings.omit({ id: true }),
    create: () => Promise.resolve('settings'),
    change: ({ call }, _, changes) => call('settings.change', { changes }),
    read: ({ call }) => call('settings.get', {}),
  },
}

const corpora = naughtyCorpora()

describe('naughty strings', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await startTestEngine()
  })
  afterAll(() => engine[Symbol.asyncDispose]())

  test.each([
    [
      'activities',
      '.purposes[].basisNote',
      '.data[].retention.value.criterion',
      '.destinations.value[].place',
    ],
    ['organisations', '.tradingNames[]', '.dataProtectionOfficer.value.email', '.questions[].settledBy'],
    ['contracts', '.retentionAfterClosure.value', '.evidence[].quote'],
    ['vocabulary', '.synonyms[]', '.citation'],
    ['views', '.filter.text', '.columns[]'],
    ['settings', '.regulators[].address'],
  ])('reach the fields of %s, however deep', (name, ...paths) => {
    expect(textFields(TARGETS[name]!.schema, 'value')).toEqual(expect.arrayContaining(paths))
  })

  describe.each(Object.keys(TARGETS))('in %s', (name) => {
    test('come back unchanged: the built-in ones', { timeout: 60_000 }, () =>
      throughEveryField(engine, TARGETS[name]!, NAUGHTY),
    )

    test.skipIf(!corpora)(
      `come back unchanged: the public collections${corpora ? '' : ' (skipped: they are not beside the checkout)'}`,
      { timeout: 120_000 },
      () => throughEveryField(engine, TARGETS[name]!, [...corpora!.words, ...corpora!.pairs]),
    )
  })

  test('are found again by search and filter, and break neither', { timeout: 60_000 }, async () => {
    const id = await anActivity(engine.call, 'To be found')
    for (const text of [...NAUGHTY, ...(corpora?.words ?? []), ...(corpora?.pairs ?? [])]) {
      const typed = text.slice(0, 200)
      await engine.call('activities.change', { id, changes: { description: text } })
      const { rows } = await engine.call('activities.list', listOf({ text: typed }))
      expect(
        rows.map((row) => row.id),
        JSON.stringify(typed),
      ).toContain(id)
      await engine.call('search.everything', { text: typed, limit: 10 })
    }
  })

  test('stay what they are as reasons for setting a gap aside', async () => {
    const id = await anActivity(engine.call, 'With waivers')
    for (const reason of NAUGHTY)
      await engine.call('activities.waiveGap', { id, rule: reason.slice(0, 80), reason })
    const { activity } = await engine.call('activities.get', { id })
    expect(activity.waivers.map(({ reason }) => reason).toSorted()).toEqual(
      NAUGHTY.map((text) => text.trim()).toSorted(),
    )
  })

  test('leave the register whole: every page, revision, list, gap, and every past state', async () => {
    expect((await engine.call('registerFile.verify', {})).problems).toEqual([])
    const now = await engine.call('activities.list', listOf())
    expect(await engine.call('activities.list', listOf(), PlainDate.parse('2026-11-22'))).toEqual(now)
    expect(await engine.call('gaps.list', { organisationId: null, withWaived: true })).not.toEqual([])
    expect(await engine.call('history.recent', { limit: 1_000 })).not.toEqual([])
    for (const { id } of now.rows)
      expect(await engine.call('history.ofRecord', { register: 'activities', record: id })).not.toEqual([])
    expect(engine.bugs).toEqual([])
  })
})

/** Each string goes into all text fields at once, as a value and as a reason why something does not apply. */
async function throughEveryField(
  engine: Engine,
  { schema, create, change, read }: Target,
  texts: readonly string[],
) {
  const id = await create(engine)
  for (const text of texts) {
    for (const branch of BRANCHES) {
      const filled = fillSchema(schema, { branch, text: (_, longest) => text.slice(0, longest) })
      const expected = schema.safeParse(filled)
      // A blank name or a blank reason is refused; elsewhere the text may be anything.
      if (!expected.success) {
        expect(text.trim(), JSON.stringify(text)).toBe('')
        continue
      }
      await change(engine, id, filled as never)
      const record = await read(engine, id)
      expect(record, JSON.stringify(text)).toEqual({ ...expected.data, id, ...kept(record) })
      expectUntrimmed(filled as Fields, record, text)
    }
  }
}

/** What the change leaves alone. */
const kept = ({ waivers, parentId, vocabulary }: Fields) =>
  JSON.parse(JSON.stringify({ waivers, parentId, vocabulary })) as Fields

/** Only names and reasons lose the blanks around them. */
function expectUntrimmed(filled: Fields, record: Fields, text: string) {
  for (const key of ['notes', 'address', 'description', 'columns'])
    if (key in filled) expect(record[key], JSON.stringify(text)).toEqual(filled[key])
}
