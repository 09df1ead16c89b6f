import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dpo as runHere } from '#test/support/dpo.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#shared/law/clocks/day-number.ts'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'
import { Instant } from '#shared/time/instant.ts'
import { PASSPHRASE } from '../support/engine.ts'

let folder = ''
let register = ''
// The command line goes by the clock of the machine.
const today = ukDayOf(Instant.parse(new Date().toISOString()))
const past = addDays(today, -30)
const soon = addDays(today, 5)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dpo-clocks-'))
  register = join(folder, 'Clocks.dpo')
  await dpo('create', '--register', register)
  for (const [name, reviewOn] of [
    ['Lone working app', past],
    ['About Jo Bloggs', soon],
  ]) {
    const made = { register: 'assessments', name, fields: { kind: 'DPIA', reviewOn } }
    await dpo('call', 'records.create', JSON.stringify(made), '--register', register)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('dpo clocks', () => {
  test('lists what is due, the most urgent first, each with how it comes about', async () => {
    const { output } = await dpo('clocks', '--register', register)
    expect(output.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'Overdue (1)',
      'Within seven days (1)',
      '',
    ])
    expect(output).toMatch(new RegExp(`${formatDay(past)}  Review the assessment: .*Lone working app`))
    expect(output).toContain(`The record sets its review for ${formatDay(soon)}.`)
  })

  test('gives the same as JSON', async () => {
    const { output } = await dpo('clocks', '--register', register, '--format', 'json')
    const buckets = JSON.parse(output) as { bucket: string; total: number; lines: ClockLine[] }[]
    expect(buckets.flatMap(({ bucket, lines }) => lines.map(({ due }) => [bucket, due]))).toEqual([
      ['overdue', past],
      ['week', soon],
    ])
  })

  test('writes a calendar file, with titles only when asked to', async () => {
    const out = join(folder, 'dates.ics')
    const write = async (...more: string[]) => {
      const { output } = await dpo('clocks', '--register', register, '--format', 'ics', '--out', out, ...more)
      expect(output).toBe(`${out}: 1 date\n`)
      return readFile(out, 'utf8')
    }
    const silent = await write()
    expect(silent).toContain(`DTSTART;VALUE=DATE:${soon.replaceAll('-', '')}`)
    expect(silent).not.toContain('Bloggs')
    expect(await write('--titles')).toContain('Bloggs')
  })

  test('a calendar without a file to write is refused', async () => {
    const { code, errors } = await dpo('clocks', '--register', register, '--format', 'ics')
    expect(code).not.toBe(0)
    expect(errors).toContain('--format ics needs --out <file>')
  })

  test('says so when nothing is due', async () => {
    const empty = join(folder, 'Empty.dpo')
    await dpo('create', '--register', empty)
    expect((await dpo('clocks', '--register', empty)).output).toBe('Nothing is due.\n')
  })
})

function dpo(...words: string[]) {
  return runHere(words, { DPO_PASSPHRASE: PASSPHRASE, DPO_HOME: join(folder, '.home') })
}
