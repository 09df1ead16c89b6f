import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { textOfLetter } from '#shared/registers/letters/letter-words.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { startTestEngine } from '../support/engine.ts'

const WHOLE = { filter: EVERY_RECORD, sort: [], groupBy: null, offset: 0, limit: 50 }
const hasPdfTools = await promisify(execFile)('pdftotext', ['-v']).then(
  () => true,
  () => false,
)

describe('requests and complaints in a register', () => {
  test('the sample has requests overdue, paused and answered, each with its day', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { rows } = await engine.call('records.list', { register: 'requests', ...WHOLE })
    const dueOf = (words: RegExp) => rows.find(({ name }) => words.test(name))?.dueOn
    expect(dueOf(/young adult who was in care/)).toBe('2026-11-18')
    expect(dueOf(/by telephone/)).toBe('2026-11-26')
    expect(rows.find(({ name }) => /five volumes/.test(name))).toMatchObject({ pausedSince: '2026-11-12' })
    expect(rows.find(({ name }) => /Marketing/.test(name))).toMatchObject({ isClosed: true, dueOn: null })
    const complaints = await engine.call('records.list', { register: 'complaints', ...WHOLE })
    expect(complaints.rows.find(({ name }) => /late copy/.test(name))?.dueOn).toBe('2026-11-23')
  })

  test('a letter is composed, noted in the record with its wording, and can be taken back', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { rows } = await engine.call('records.list', { register: 'requests', ...WHOLE })
    const { id } = rows.find(({ name }) => /by telephone/.test(name))!
    const one = { register: 'requests', id, letter: 'acknowledgement' } as const
    const text = textOfLetter(await engine.call('letters.compose', one))
    expect(text).toContain('Mon 26 October 2026')
    expect(text).toContain('Thu 26 November 2026')
    await engine.call('letters.record', { ...one, sentOn: null })
    const { record } = await engine.call('records.get', { register: 'requests', id })
    expect(record['letters']).toMatchObject([
      { kind: 'acknowledgement', madeOn: '2026-11-22', sentOn: null, wording: text },
    ])
    await engine.call('history.undo', {})
    const before = await engine.call('records.get', { register: 'requests', id })
    expect(before.record['letters']).toEqual([])
  })

  test('names the regulator as the settings do, and as they did on an earlier day', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { rows } = await engine.call('records.list', { register: 'complaints', ...WHOLE })
    const one = { register: 'complaints', id: rows[0]!.id, letter: 'outcome' } as const
    engine.clock.now = '2026-12-01T09:00:00.000Z'
    const { regulators } = await engine.call('settings.get', {})
    const renamed = { ...regulators[0]!, from: PlainDate.parse('2026-12-01'), name: 'Information Commission' }
    await engine.call('settings.change', { changes: { regulators: [...regulators, renamed] } })
    expect(textOfLetter(await engine.call('letters.compose', one))).toContain('Information Commission (')
    const earlier = await engine.call('letters.compose', one, PlainDate.parse('2026-11-22'))
    expect(textOfLetter(earlier)).toContain("Information Commissioner's Office (ICO)")
  })

  test('refuses a letter that is not of the register, and a path nobody chose', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { rows } = await engine.call('records.list', { register: 'complaints', ...WHOLE })
    const one = { register: 'complaints', id: rows[0]!.id } as const
    await expect(engine.call('letters.compose', { ...one, letter: 'identity' })).rejects.toThrow(
      'no letter called “identity”',
    )
    await expect(
      engine.call('letters.write', { ...one, letter: 'outcome', to: '/elsewhere/l.pdf', asAt: null }),
    ).rejects.toThrow()
  })

  test('writes each kind of letter as a tagged PDF of one page', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { rows } = await engine.call('records.list', { register: 'requests', ...WHOLE })
    const { id } = rows.find(({ name }) => /Erasure of an enquiry/.test(name))!
    for (const letter of ['acknowledgement', 'partial', 'refusal', 'noData']) {
      const to = join(engine.folder, `${letter}.pdf`)
      const written = await engine.call('letters.write', { register: 'requests', id, letter, to, asAt: null })
      expect(written.pages, letter).toBe(1)
      const bytes = await readFile(to)
      expect(bytes.length).toBe(written.bytes)
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      if (!hasPdfTools) continue
      const { stdout: info } = await promisify(execFile)('pdfinfo', [to])
      expect(info).toMatch(/Tagged:\s+yes/)
      const { stdout: text } = await promisify(execFile)('pdftotext', ['-layout', to, '-'])
      expect(text).toContain('Thu 1 October 2026')
    }
  })
})
