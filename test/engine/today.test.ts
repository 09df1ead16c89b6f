import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Bucket } from '#shared/registers/today/today.contract.ts'
import { startTestEngine } from '../support/engine.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

async function makeAssessment({ call }: TestEngine, name: string, reviewOn: string) {
  return call('records.create', { register: 'assessments', name, fields: { kind: 'DPIA', reviewOn } })
}

async function inBucket({ call }: TestEngine, bucket: Bucket) {
  const { buckets } = await call('today.queue', { organisationId: null, perBucket: 50 })
  return buckets.find((one) => one.bucket === bucket)!
}

describe('today', () => {
  test('puts each date into the bucket its day belongs to, the most urgent first', async () => {
    await using engine = await startTestEngine({ now: '2026-11-22T09:00:00.000Z' })
    await makeAssessment(engine, 'Long ago', '2026-11-01')
    await makeAssessment(engine, 'Yesterday', '2026-11-21')
    await makeAssessment(engine, 'Now', '2026-11-22')
    await makeAssessment(engine, 'The seventh day', '2026-11-29')
    await makeAssessment(engine, 'The eighth day', '2026-11-30')

    const titles = async (bucket: Bucket) =>
      (await inBucket(engine, bucket)).lines.map(({ title }) => title.replace(/^AS-\d+ /, ''))
    expect(await titles('overdue')).toEqual(['Long ago', 'Yesterday'])
    expect(await titles('today')).toEqual(['Now'])
    expect(await titles('week')).toEqual(['The seventh day'])
    expect(await titles('later')).toEqual(['The eighth day'])
    expect(await engine.call('today.counts', { organisationId: null })).toContainEqual({
      bucket: 'overdue',
      total: 2,
    })
  })

  test('says why a date is what it is, and what may be done', async () => {
    await using engine = await startTestEngine()
    await makeAssessment(engine, 'Now', '2026-11-22')
    const { lines } = await inBucket(engine, 'today')
    expect(lines).toMatchObject([
      {
        what: 'Review the assessment',
        derivation: 'The record sets its review for Sun 22 November 2026.',
        actions: [{ label: 'Set the next review', field: 'reviewOn' }],
      },
    ])
  })

  test('puts off a reminder and takes that back, and leaves the date alone', async () => {
    await using engine = await startTestEngine()
    const { id } = await makeAssessment(engine, 'Now', '2026-11-22')
    const snooze = { register: 'assessments', id, key: 'review', until: '2026-11-25' } as const
    await engine.call('today.snooze', snooze)
    expect((await inBucket(engine, 'today')).total).toBe(0)
    expect((await inBucket(engine, 'snoozed')).lines).toMatchObject([
      { due: '2026-11-22', snoozedUntil: '2026-11-25' },
    ])
    engine.clock.now = '2026-11-25T09:00:00.000Z'
    expect((await inBucket(engine, 'overdue')).lines).toMatchObject([{ due: '2026-11-22' }])
    await engine.call('history.undo', {})
    engine.clock.now = '2026-11-22T09:00:00.000Z'
    expect((await inBucket(engine, 'today')).total).toBe(1)
  })

  test('forgets the dates of a record that is removed or done with', async () => {
    await using engine = await startTestEngine()
    const { id } = await makeAssessment(engine, 'Now', '2026-11-22')
    await engine.call('records.change', {
      register: 'assessments',
      id,
      changes: { status: 'superseded' },
    })
    expect((await inBucket(engine, 'today')).total).toBe(0)
    await engine.call('history.undo', {})
    expect((await inBucket(engine, 'today')).total).toBe(1)
    await engine.call('records.remove', { register: 'assessments', target: { ids: [id] } })
    expect((await inBucket(engine, 'today')).total).toBe(0)
  })

  test('a period in hours is overdue from the moment it ends, and until then its moment is known', async () => {
    await using engine = await startTestEngine({ now: '2026-11-22T09:00:00.000Z' })
    await engine.call('records.create', {
      register: 'breaches',
      name: 'Laptop left on a train',
      fields: {
        ourRole: 'controller',
        awareAt: '2026-11-19T10:00:00.000Z',
        commissionerDecision: 'report',
      },
    })
    const moments = () => engine.call('today.moments', { organisationId: null })
    const dates = async (bucket: Bucket) => (await inBucket(engine, bucket)).lines.map(({ key }) => key)
    expect(await dates('today')).toContain('notify')
    expect(await moments()).toEqual(['2026-11-22T10:00:00.000Z'])
    engine.clock.now = '2026-11-22T10:00:01.000Z'
    expect(await dates('overdue')).toContain('notify')
    expect(await dates('today')).not.toContain('notify')
    expect(await moments()).toEqual([])
  })

  test('works every date out anew when a bank holiday is added', async () => {
    await using engine = await startTestEngine({ register: 'empty' })
    const { id } = await engine.call('records.create', {
      register: 'assessments',
      name: 'Policy document',
      fields: { kind: 'APD', status: 'superseded', processingStoppedOn: '2026-06-02' },
    })
    const dueOn = async () =>
      (
        await engine.call('today.calendar', {
          organisationId: null,
          from: '2026-01-01',
          to: '2027-12-31',
        })
      ).find((line) => line.id === id)?.due
    expect(await dueOn()).toBe('2026-12-02')
    await engine.call('settings.change', {
      changes: {
        extraHolidays: [{ day: '2026-12-02', nation: 'england-and-wales', name: 'A day of mourning' }],
      },
    })
    expect(await dueOn()).toBe('2026-12-03')
  })

  test('writes a calendar that names nobody unless asked to', async () => {
    await using engine = await startTestEngine()
    await makeAssessment(engine, 'About Jo Bloggs\nEND:VCALENDAR', '2026-11-29')
    const to = join(engine.folder, 'dates.ics')
    const write = async (withTitles: boolean) => {
      const { events } = await engine.call('today.writeCalendar', { organisationId: null, to, withTitles })
      return { events, text: await readFile(to, 'utf8') }
    }
    const silent = await write(false)
    expect(silent.events).toBe(1)
    expect(silent.text).not.toContain('Bloggs')
    expect(silent.text).toContain('DTSTART;VALUE=DATE:20261129')
    const named = await write(true)
    expect(named.text).toContain('Bloggs')
    expect(named.text.match(/^END:VCALENDAR/gm)).toHaveLength(1)
    expect(named.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })
})
