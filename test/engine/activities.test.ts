import { describe, expect, test } from 'vitest'
import { known } from '#shared/answer.ts'
import { aPurpose, anActivity, listOf } from '#test/support/builders.ts'
import { startTestEngine } from '#test/support/engine.ts'

describe('the list of activities', () => {
  test('needs only a name, and gives the next reference of the organisation’s series', async () => {
    await using engine = await startTestEngine()
    const { id: home } = await engine.call('organisations.create', {
      legalName: 'Home-Start Ashford',
      relation: 'own',
    })
    const first = await anActivity(engine.call, 'Visit families', home)
    await engine.call('activities.change', { id: first, changes: { reference: 'HS-07' } })
    await anActivity(engine.call, 'Send newsletters', home)
    await anActivity(engine.call, 'Pay staff')
    const { rows } = await engine.call('activities.list', listOf())
    expect(rows.map(({ reference, name, organisation }) => [reference, name, organisation])).toEqual([
      ['A-01', 'Pay staff', ''],
      ['HS-07', 'Visit families', 'Home-Start Ashford'],
      ['HS-08', 'Send newsletters', 'Home-Start Ashford'],
    ])
  })

  test('refuses an activity without a name, at the field', async () => {
    await using engine = await startTestEngine()
    await expect(anActivity(engine.call, '  ')).rejects.toMatchObject({
      code: 'invalid',
      fields: { name: 'Give the activity a name' },
    })
    expect((await engine.call('activities.list', listOf())).total).toBe(0)
  })

  test('filters by words in any letter case and without accents', async () => {
    await using engine = await startTestEngine()
    await anActivity(engine.call, 'Ó Súilleabháin fostering panel')
    await anActivity(engine.call, '100% attendance_register')
    const found = async (text: string) =>
      (await engine.call('activities.list', listOf({ text }))).rows.map(({ name }) => name)
    expect(await found('PANEL o suill')).toEqual(['Ó Súilleabháin fostering panel'])
    expect(await found('%')).toEqual(['100% attendance_register'])
    expect(await found('e_r')).toEqual(['100% attendance_register'])
    expect(await found('nothing like it')).toEqual([])
  })

  test('keeps 6(1)(e) and 6(1)(ea) apart when filtering by lawful basis', async () => {
    await using engine = await startTestEngine()
    const task = await anActivity(engine.call, 'A public task')
    const interest = await anActivity(engine.call, 'A recognised interest')
    await engine.call('activities.change', {
      id: task,
      changes: { purposes: [aPurpose('Protect children', '6-1-e')] },
    })
    await engine.call('activities.change', {
      id: interest,
      changes: { purposes: [{ ...aPurpose('Safeguard'), basis: known('6-1-ea') }] },
    })
    const { rows } = await engine.call('activities.list', listOf({ bases: ['6-1-e'] }))
    expect(rows.map(({ name }) => name)).toEqual(['A public task'])
  })

  test('groups with counts in the order the rows come in, and windows do not overlap', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const groups = await engine.call('activities.groups', {
      filter: listOf().filter,
      groupBy: 'organisation',
    })
    const all = await engine.call('activities.list', { ...listOf(), groupBy: 'organisation' })
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.total)
    expect([...new Set(all.rows.map(({ organisation }) => organisation))]).toEqual(
      groups.map(({ label }) => label),
    )
    const windows = []
    for (let offset = 0; offset < all.total; offset += 7) {
      windows.push(
        ...(await engine.call('activities.list', { ...listOf(), groupBy: 'organisation', offset, limit: 7 }))
          .rows,
      )
    }
    expect(windows).toEqual(all.rows)
  })

  test('a search for words shows what was changed since it was first made', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'Visit families')
    const found = async () =>
      (await engine.call('activities.list', listOf({ text: 'visit' }))).rows.map(({ owner }) => owner)
    expect(await found()).toEqual([''])
    await engine.call('activities.change', { id, changes: { owner: 'Ann' } })
    expect(await found()).toEqual(['Ann'])
    await anActivity(engine.call, 'Visit schools')
    expect(await found()).toEqual(['Ann', ''])
    await engine.call('activities.remove', { target: { ids: [id] } })
    expect(await found()).toEqual([''])
  })

  test('every column sorts both ways and holds every activity', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    for (const key of [
      'reference',
      'name',
      'organisation',
      'role',
      'status',
      'function',
      'owner',
      'reviewOn',
      'bases',
      'classes',
      'gaps',
      'updatedAt',
    ] as const) {
      for (const descending of [false, true]) {
        const { rows, total } = await engine.call('activities.list', {
          ...listOf(),
          sort: [{ key, descending }],
        })
        expect(new Set(rows.map(({ id }) => id)).size, key).toBe(total)
      }
    }
  })

  test('gap counts in the list are those of the record, and a waiver lowers them', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const [row] = (await engine.call('activities.list', listOf({ gaps: 'errors' }))).rows
    const open = (await engine.call('gaps.ofRecord', { register: 'activities', id: row!.id })).filter(
      ({ waiver, severity }) => !waiver && severity === 'error',
    )
    expect(open).toHaveLength(row!.errors)
    await engine.call('activities.waiveGap', {
      id: row!.id,
      rule: open[0]!.waiverKey,
      reason: 'Settled with the customer in writing',
    })
    const after = (await engine.call('activities.list', listOf({ ids: [row!.id] as never }))).rows[0]!
    expect(after.errors).toBe(row!.errors - 1)
    const waived = (await engine.call('gaps.ofRecord', { register: 'activities', id: row!.id })).find(
      ({ waiverKey }) => waiverKey === open[0]!.waiverKey,
    )
    expect(waived?.waiver).toMatchObject({
      reason: 'Settled with the customer in writing',
      waivedOn: '2026-11-22',
    })
    await engine.call('activities.withdrawWaiver', { id: row!.id, rule: open[0]!.waiverKey })
    expect((await engine.call('activities.list', listOf({ ids: [row!.id] as never }))).rows[0]!.errors).toBe(
      row!.errors,
    )
  })
})

describe('a bulk change', () => {
  test('previews what it will do, does just that, and is undone in one step', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const before = await engine.call('activities.list', listOf())
    const except = [before.rows[0]!.id]
    const edit = { action: 'set', field: 'owner', value: 'Jane Smith' } as const
    const target = { filter: listOf().filter, except }
    const preview = await engine.call('activities.previewBulk', { target, edit })
    expect(preview).toMatchObject({ changed: before.total - 1, unchanged: 0 })
    expect(preview.lines[0]!.changes).toEqual([{ field: 'Owner', before: null, after: 'Jane Smith' }])
    expect(await engine.call('activities.applyBulk', { target, edit })).toEqual({ changed: before.total - 1 })
    const after = await engine.call('activities.list', listOf())
    expect(after.rows.filter(({ owner }) => owner === 'Jane Smith')).toHaveLength(before.total - 1)
    expect((await engine.call('history.undo', {})).entry).toMatchObject({
      procedure: 'activities.applyBulk',
      records: before.total - 1,
    })
    expect((await engine.call('activities.list', listOf())).rows.map(({ owner }) => owner)).toEqual(
      before.rows.map(({ owner }) => owner),
    )
  })

  test('adds, replaces and removes a recipient, skipping activities that have it already', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const recipients = await engine.call('vocabulary.list', { vocabulary: 'recipients' })
    const [used, other] = [
      recipients.find(({ uses }) => uses > 1)!,
      recipients.find(({ uses }) => uses === 0) ?? recipients.at(-1)!,
    ]
    const target = { filter: listOf().filter, except: [] }
    const { total } = await engine.call('activities.list', listOf())
    expect(
      await engine.call('activities.applyBulk', {
        target,
        edit: { action: 'add', field: 'recipients', value: used.id },
      }),
    ).toEqual({ changed: total - used.uses })
    expect((await engine.call('activities.list', listOf({ termIds: [used.id] }))).total).toBe(total)
    await engine.call('activities.applyBulk', {
      target,
      edit: { action: 'replace', field: 'recipients', value: used.id, by: other.id },
    })
    expect((await engine.call('activities.list', listOf({ termIds: [other.id] }))).total).toBe(total)
    await engine.call('activities.applyBulk', {
      target,
      edit: { action: 'remove', field: 'recipients', value: other.id },
    })
    expect((await engine.call('activities.list', listOf({ termIds: [other.id] }))).total).toBe(0)
  })
})
