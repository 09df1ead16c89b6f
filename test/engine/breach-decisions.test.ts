import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openEncrypted } from '#engine/db/open.ts'
import { seal, sealHolds } from '#engine/described/seal.ts'
import { CHAIN_START, nextLink, type RevisionHeader, sha256 } from '#engine/revisions/chain.ts'
import { TO_BE_DETERMINED } from '#shared/answer.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { anActivity } from '#test/support/builders.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { keysOf, NOW, openAgain } from '#test/support/open-again.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>
type Decide = Input<'breaches.decide'>

const AWARE = '2026-11-20T16:40:00.000Z'
const ANSWERS = {
  isBreach: 'yes',
  whoHasIt: 'trusted',
  whatIsMissing: 'nothing',
  whatHarm: 'limited',
  howMany: 'few',
}

const aBreach = async ({ call }: TestEngine, fields: object = {}) =>
  (
    await call('records.create', {
      register: 'breaches',
      name: 'Letter in the wrong envelope',
      fields: { ourRole: 'controller', awareAt: AWARE, ...ANSWERS, ...fields },
    })
  ).id

const deciding = (id: string, changes: Partial<Decide> = {}): Decide => ({
  id,
  subject: 'commissioner',
  outcome: 'doNot',
  because: 'The school sent it back unopened.',
  decidedBy: 'Data protection officer',
  decidedAt: '2026-11-21T08:00:00.000Z' as Decide['decidedAt'],
  expects: null,
  ...changes,
})

const stored = async ({ call }: TestEngine, id: string) =>
  (await call('records.get', { register: 'breaches', id })).record as unknown as Breach

describe('deciding about a breach', () => {
  test('keeps the reasons with what they rested on, and shows them in the lists and deadlines', async () => {
    await using engine = await startTestEngine()
    const { id: people } = await engine.call('vocabulary.create', { vocabulary: 'people', name: 'Pupils' })
    const id = await aBreach(engine, {
      peopleIds: [people],
      account: 'Put into the envelope of another school.',
      dataCategories: ['DPC-SIMPLE'],
      identification: 'EI-MAX',
      confidentiality: 'CB-CONF-25',
    })
    const { id: decision } = await engine.call('breaches.decide', deciding(id))
    const breach = await stored(engine, id)
    expect(breach).toMatchObject({
      commissionerDecision: 'doNot',
      commissionerBecause: 'The school sent it back unopened.',
      commissionerDecidedBy: 'Data protection officer',
      commissionerDecidedAt: '2026-11-21T08:00:00.000Z',
      peopleDecision: null,
    })
    const [kept] = breach.decisions
    expect(kept).toMatchObject({
      id: decision,
      outcomeText: 'Do not report, because a risk is unlikely',
      recordedAt: '2026-11-22T09:00:00.000Z',
      supersedes: null,
    })
    const { questions, suggestion, severity, facts } = kept!.inputs
    expect(questions).toHaveLength(5)
    expect(questions[1]!.answer).toContain('People we know and can trust')
    expect(suggestion.reasons.length).toBeGreaterThan(0)
    expect(severity).toMatchObject({ score: 1.25, level: 'Low' })
    expect(facts).toContainEqual({ label: 'Categories of people', text: 'Pupils' })
    expect(facts).toContainEqual({
      label: 'What happened, and how',
      text: 'Put into the envelope of another school.',
    })
    expect(sealHolds(kept!)).toBe(true)
    const { buckets } = await engine.call('today.queue', { organisationId: null, perBucket: 50 })
    expect(buckets.flatMap(({ lines }) => lines.map(({ key }) => key))).not.toContain('notify')
  })

  test('a later decision takes the place of the one before, which stays with what it rested on', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    const first = await engine.call('breaches.decide', deciding(id))
    const before = (await stored(engine, id)).decisions[0]
    await engine.call('records.change', { register: 'breaches', id, changes: { whoHasIt: 'unknown' } })
    const second = await engine.call(
      'breaches.decide',
      deciding(id, { outcome: 'report', because: 'A copy was seen elsewhere.', expects: first.id }),
    )
    const breach = await stored(engine, id)
    expect(breach.commissionerDecision).toBe('report')
    expect(breach.decisions).toHaveLength(2)
    expect(breach.decisions[0]).toEqual(before)
    expect(breach.decisions[1]).toMatchObject({ id: second.id, supersedes: first.id })
    expect(breach.decisions[0]!.inputs.questions[1]!.answer).not.toBe(
      breach.decisions[1]!.inputs.questions[1]!.answer,
    )
  })

  test('is refused when another decision was recorded since', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    await engine.call('breaches.decide', deciding(id))
    await expect(engine.call('breaches.decide', deciding(id, { outcome: 'report' }))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('recorded meanwhile'),
    })
    // The other subject has decisions of its own.
    await engine.call('breaches.decide', deciding(id, { subject: 'people', outcome: 'notHighRisk' }))
    expect((await stored(engine, id)).decisions).toHaveLength(2)
  })

  test.each<[string, Partial<Decide>, string]>([
    ['reasons', { because: ' \n ' }, 'Write down why'],
    ['somebody who decides', { decidedBy: ' ' }, 'Say who decides'],
    ['an outcome', { outcome: 'tell' }, 'Choose what is decided'],
    ['a moment that has come', { decidedAt: '2026-11-22T09:00:00.001Z' as never }, 'later than now'],
    [
      'a moment after awareness',
      { decidedAt: '2026-11-20T16:39:59.999Z' as never },
      'before the organisation became aware',
    ],
    [
      'a near miss or no breach, to be logged only',
      { outcome: 'logOnly' },
      'neither that it was a near miss',
    ],
    [
      'how the data is unreadable',
      { subject: 'people', outcome: 'unintelligible' },
      'How is the data protected',
    ],
    ['the steps that removed the risk', { subject: 'people', outcome: 'riskRemoved' }, 'Which steps removed'],
    [
      'where a public notice stands',
      { subject: 'people', outcome: 'publicNotice', grounds: { effort: 'No addresses', where: '' } },
      'Where does the notice stand',
    ],
    ['the provision of an exemption', { subject: 'people', outcome: 'exempt' }, 'Which provision lifts it'],
    [
      'a provision that is offered',
      { subject: 'people', outcome: 'exempt', grounds: { provision: 'sch9', applies: 'It does' } },
      'Choose one of the answers',
    ],
  ])('needs %s', async (_, changes, says) => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    await expect(engine.call('breaches.decide', deciding(id, changes))).rejects.toThrow(says)
    expect((await stored(engine, id)).decisions).toEqual([])
  })

  test('an exemption is kept with its paragraph, and an early decision with the moment of awareness', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    await engine.call(
      'breaches.decide',
      deciding(id, {
        subject: 'people',
        outcome: 'exempt',
        grounds: { provision: 'sch2-2', applies: 'The police asked to wait until the arrest.' },
        decidedAt: '2026-11-20T16:00:00.000Z' as never,
        isBeforeAwareness: true,
      }),
    )
    const { decisions, peopleBecause } = await stored(engine, id)
    expect(decisions[0]!.grounds).toEqual([
      { label: 'Which provision lifts it?', text: 'Crime and taxation (DPA 2018 Sch 2 Pt 1 para 2)' },
      {
        label: 'Why does it apply, to which data, and until when?',
        text: 'The police asked to wait until the arrest.',
      },
      { label: 'Decided before the organisation became aware', text: 'Fri 20 November 2026, 16:40 GMT' },
    ])
    expect(peopleBecause).toContain('The police asked to wait')
  })

  test.each([{ nearMiss: true }, { status: 'noBreach' }, { isBreach: 'no' }])(
    'where the record says %j it may be logged only',
    async (fields) => {
      await using engine = await startTestEngine()
      const id = await aBreach(engine, fields)
      await engine.call('breaches.decide', deciding(id, { outcome: 'logOnly' }))
      expect((await stored(engine, id)).commissionerDecision).toBe('logOnly')
    },
  )
})

describe('a decision that was recorded', () => {
  const decided = async (engine: TestEngine) => {
    const id = await aBreach(engine)
    await engine.call('breaches.decide', deciding(id))
    return id
  }

  test('cannot be undone, changed in the form, or removed with its breach', async () => {
    await using engine = await startTestEngine()
    const id = await decided(engine)
    const before = await stored(engine, id)
    await expect(engine.call('history.undo', {})).rejects.toThrow(
      'stay as they were recorded. Record a new one',
    )
    await expect(
      engine.call('records.remove', { register: 'breaches', target: { ids: [id] } }),
    ).rejects.toThrow('This breach stays')
    for (const changes of [{ decisions: [] }, { commissionerDecision: 'report' }, { peopleBecause: 'x' }])
      await expect(engine.call('records.change', { register: 'breaches', id, changes })).rejects.toThrow(
        'page “Decide”',
      )
    expect(await stored(engine, id)).toEqual(before)
  })

  test('cannot come with a new breach, nor can a file', async () => {
    await using engine = await startTestEngine()
    const { decisions } = await stored(engine, await decided(engine))
    const file = {
      id: 'f',
      document: 'd',
      name: 'a.txt',
      bytes: 1,
      sha256: 'a'.repeat(64),
      addedAt: '2026-11-22T09:00:00.000Z',
      addedBy: '',
      about: '',
    }
    for (const fields of [{ decisions }, { evidenceFiles: [file] }])
      await expect(
        engine.call('records.create', { register: 'breaches', name: 'Another', fields }),
      ).rejects.toThrow('cannot come with a new record')
  })

  test('is not taken along by a copy of the breach', async () => {
    await using engine = await startTestEngine()
    const copy = await engine.call('records.duplicate', { register: 'breaches', id: await decided(engine) })
    expect(await stored(engine, copy.id)).toMatchObject({ decisions: [], commissionerDecision: null })
  })

  test('shows in the check when it was changed in the record alone', async () => {
    await using engine = await startTestEngine()
    await decided(engine)
    expect(await problemsAfter(engine, (raw) => raw.exec(backdate('records')))).toEqual([
      expect.stringContaining('differ from their last revision'),
      BROKEN_SEAL,
    ])
  })

  test('shows in the check when the trail was rewritten to fit, every hash made anew', async () => {
    await using engine = await startTestEngine()
    await decided(engine)
    const problems = await problemsAfter(engine, (raw) => {
      raw.exec(backdate('records'))
      rewriteTrail(raw)
    })
    expect(problems).toEqual([BROKEN_SEAL])
  })
})

const BROKEN_SEAL = expect.stringContaining(
  '“Decisions as recorded” in 1 of the breaches no longer say what was sealed',
)

/** As if it had been recorded before the weekend. */
const backdate = (table: 'records' | 'revisions') =>
  `update ${table} set body = replace(body, '"recordedAt":"2026-11-22', '"recordedAt":"2026-11-20')`

/** What a computer that never saw the register before says of it after somebody with the key changed the file. */
async function problemsAfter(engine: TestEngine, change: (raw: Sqlite.Database) => void): Promise<string[]> {
  await engine.engine.close()
  const keys = await keysOf(engine.path, PASSPHRASE)
  const { raw } = openEncrypted(join(engine.path, 'register.db'), Buffer.from(keys.key), { readonly: false })
  try {
    change(raw)
  } finally {
    raw.close()
  }
  const session = await openAgain(engine.path, keys, join(engine.folder, 'another home'))
  try {
    return (await session.verify(NOW)).problems
  } finally {
    await session.close()
  }
}

describe('a seal', () => {
  test('covers everything else in the entry, whatever its order', () => {
    const entry = seal({ id: 'a', says: 'yes', parts: [{ one: 1, two: 2 }] })
    expect(
      sealHolds({ sha256: entry.sha256, parts: [{ two: 2, one: 1 }], says: 'yes', id: 'a' } as never),
    ).toBe(true)
    expect(sealHolds({ ...entry, says: 'no' })).toBe(false)
    expect(sealHolds({ ...entry, more: null })).toBe(false)
    expect(seal(entry)).toEqual(entry)
  })
})

describe('what the activities concerned bring with them', () => {
  test('is proposed with where it comes from, until the breach names it', async () => {
    await using engine = await startTestEngine()
    const { call } = engine
    const term = async (vocabulary: 'people' | 'data' | 'systems', name: string) =>
      (await call('vocabulary.create', { vocabulary, name })).id
    const [people, data, system] = [
      await term('people', 'Pupils'),
      await term('data', 'Health'),
      await term('systems', 'Mail'),
    ]
    const { id: council } = await call('organisations.create', {
      legalName: 'The Council',
      relation: 'customer',
    })
    const [one, other] = [await anActivity(call, 'Referrals'), await anActivity(call, 'Reviews')]
    await call('activities.change', {
      id: one,
      changes: { peopleIds: [people], systemIds: [system], role: 'processor', partyIds: [council as never] },
    })
    await call('activities.change', {
      id: other,
      changes: {
        peopleIds: [people],
        data: [
          {
            id: 'use',
            categoryId: data,
            dataClass: 'special',
            peopleIds: [],
            sourceIds: [],
            retention: TO_BE_DETERMINED,
            onlyIf: '',
            note: '',
          } as never,
        ],
      },
    })
    const { id: host } = await call('records.create', {
      register: 'processors',
      name: 'Mail host',
      fields: { roles: [{ id: 'r', activityIds: [one], ourPart: null, theirPart: 'processor', what: '' }] },
    })
    const id = await aBreach(engine, { activityIds: [one, other], systemIds: [system] })
    const proposals = await call('breaches.proposals', { id })
    expect(proposals.map(({ field, name, from }) => [field, name, from.map(({ title }) => title)])).toEqual([
      ['peopleIds', 'Pupils', [expect.stringContaining('Referrals'), expect.stringContaining('Reviews')]],
      ['dataIds', 'Health', [expect.stringContaining('Reviews')]],
      ['processorIds', expect.stringContaining('Mail host'), [expect.stringContaining('Referrals')]],
      ['controllerIds', 'The Council', [expect.stringContaining('Referrals')]],
    ])
    await call('records.change', {
      register: 'breaches',
      id,
      changes: { peopleIds: [people], dataIds: [data], processorIds: [host], controllerIds: [council] },
    })
    expect(await call('breaches.proposals', { id })).toEqual([])
  })
})

/** Writes the changed record into its last revision, and every hash as it would then be. */
function rewriteTrail(raw: Sqlite.Database): void {
  raw.exec('drop trigger revisions_are_not_deleted; drop trigger revisions_are_not_changed')
  raw.exec(backdate('revisions'))
  let link = CHAIN_START
  const rows = raw
    .prepare<[], RevisionHeader & { body: string }>('select * from revisions order by seq')
    .all()
  for (const row of rows) {
    const body_sha256 = sha256(row.body)
    link = nextLink(link, { ...row, body_sha256 })
    raw
      .prepare('update revisions set body_sha256 = ?, chain_sha256 = ? where seq = ?')
      .run(body_sha256, link, row.seq)
  }
}
