import { stat } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dispatch } from '#engine/rpc/dispatch.ts'
import { serve } from '#engine/serve.ts'
import { contract, type ProcedureName } from '#shared/rpc/contract.ts'
import type { Push, Reply, Request } from '#shared/rpc/wire.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { anActivity } from '#test/support/builders.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { fillSchema } from '#test/support/fill-schema.ts'
import { NAUGHTY } from '#test/support/naughty.ts'

const MESSAGES = 10_000
const NAMES = Object.keys(contract) as ProcedureName[]
const PROTOTYPE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  ' ',
  'activities',
  'ACTIVITIES.LIST',
]

const hugeText = fc.integer({ min: 1, max: 200_000 }).map((length) => 'x'.repeat(length))
const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withTypedArray: true,
  }),
  fc.jsonValue(),
  fc.constantFrom(...NAUGHTY),
  hugeText,
  fc.constantFrom(
    ...['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}'].map(
      (text) => JSON.parse(text) as unknown,
    ),
  ),
)
const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...NAMES) },
  fc.constantFrom(...PROTOTYPE),
  fc.string(),
  hugeText,
)

/** An input the contract accepts, with one field replaced by something else. */
const nearMiss = fc
  .record({ procedure: fc.constantFrom(...NAMES), at: fc.nat(), instead: anything })
  .map(({ procedure, at, instead }) => {
    const input = fillSchema(contract[procedure].input, { branch: 'value', text: () => 'x' }) as Record<
      string,
      unknown
    >
    const keys = Object.keys(input)
    const key = keys[at % keys.length]
    return { procedure, input: key === undefined ? instead : { ...input, [key]: instead } }
  })
const message = fc.oneof(fc.record({ procedure: name, input: anything }), nearMiss)

/** What would do something: accepted by the contract, and more than a read. */
function acts(procedure: string, input: unknown): boolean {
  if (!Object.hasOwn(contract, procedure)) return false
  const { kind, input: schema } = contract[procedure as ProcedureName]
  return kind !== 'query' && schema.safeParse(input).success
}

describe('whatever a window sends', () => {
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  beforeAll(async () => {
    engine = await startTestEngine()
    await anActivity(engine.call, 'Helpline')
  })
  afterAll(() => engine[Symbol.asyncDispose]())

  async function state() {
    const { head, raw } = engine.engine.session()
    const { size } = await stat(`${engine.path}/keys.json`)
    return {
      head: head(),
      changes: raw.prepare('select total_changes()').pluck().get(),
      size,
      bugs: engine.bugs.length,
    }
  }

  test(
    `gets a reply, is never taken for a bug, and changes nothing: ${MESSAGES} messages`,
    { timeout: 180_000 },
    async () => {
      // The first search brings the index of words up to date, which is no change of a record.
      await engine.call('search.everything', { text: 'x', limit: 1 })
      const before = await state()
      const codes: Record<string, number> = {}
      await fc.assert(
        fc.asyncProperty(message, fc.integer({ min: 1 }), async ({ procedure, input }, id) => {
          fc.pre(!acts(procedure, input))
          const reply = await dispatch(engine.engine, { id, procedure, input })
          const code = reply.ok ? 'ok' : reply.error.code
          codes[code] = (codes[code] ?? 0) + 1
          expect(reply.id).toBe(id)
          expect(['ok', 'invalid', 'not-found', 'rule']).toContain(code)
          if (!reply.ok) expect(reply.error.message.length).toBeLessThan(2_000)
        }),
        { numRuns: MESSAGES, seed: 2026 },
      )
      expect(await state()).toEqual(before)
      expect(codes['invalid']).toBeGreaterThan(MESSAGES / 2)
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    },
  )

  test('that is not a request at all is passed by in silence', async () => {
    const replies: Array<Reply | Push> = []
    let hear: (message: unknown) => void = () => undefined
    const stop = serve(engine.engine, {
      onMessage: (listener) => (hear = listener),
      postMessage: (reply) => replies.push(reply),
    })
    for (const odd of fc.sample(anything, { numRuns: 1_000, seed: 7 })) hear(odd)
    hear({ id: 0, procedure: 'registerFile.status', input: {} })
    hear({ id: 1, procedure: 'registerFile.status', input: {}, more: true })
    hear({ id: 2, procedure: 'registerFile.status', input: {} })
    await expect.poll(() => replies).toMatchObject([{ id: 2, ok: true }])
    stop()
  })

  test('as a request with an odd day is refused', async () => {
    const passesOn = (asAt: string) =>
      isPassedOn({ id: 1, procedure: 'activities.list', input: {}, asAt: asAt as PlainDate })
    expect(passesOn('2026-02-28')).toBe(true)
    expect(['2026-02-30', 'yesterday', '0000-00-00', '99999-01-01'].filter(passesOn)).toEqual([])
  })

  test('is answered "locked", not as a bug, when the lock overtakes it', async () => {
    const queries = NAMES.filter((each) => contract[each].kind === 'query')
    for (let round = 0; round < 5; round += 1) {
      const sent = queries.map((procedure, id) => {
        const input = fillSchema(contract[procedure].input, { branch: 'value', text: () => 'x' })
        return dispatch(engine.engine, { id: id + 1, procedure, input })
      })
      const locked = engine.call('registerFile.lock', {})
      const codes = (await Promise.all(sent)).map((reply) => (reply.ok ? 'ok' : reply.error.code))
      expect(
        codes.filter((code) => !['ok', 'locked', 'not-found', 'rule', 'invalid'].includes(code)),
      ).toEqual([])
      await locked
      await engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
    }
  })

  test('opened twice at the same time is open to be written to', async () => {
    await engine.call('registerFile.lock', {})
    const open = () => engine.call('registerFile.open', { path: engine.path, passphrase: PASSPHRASE })
    const [one, other] = await Promise.all([open(), open()])
    expect([one, other]).toMatchObject([{ readOnlyBecause: null }, { readOnlyBecause: null }])
    await anActivity(engine.call, 'After opening twice')
  })

  /** Whether a port passes a message on. */
  function isPassedOn(request: Request): boolean {
    let heard = false
    const stop = serve(
      { ...engine.engine, openSession: () => ((heard = true), null) },
      { onMessage: (listener) => listener(request), postMessage: () => undefined },
    )
    stop()
    return heard
  }
})
