import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dpo as runHere } from '#test/support/dpo.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readCsv } from '../reports/read-csv.ts'

// Each command is a program of its own, which takes its time on a small machine.
vi.setConfig({ testTimeout: 120_000 })

let folder = ''
let register = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dpo-command-line-breach-'))
  register = join(folder, 'sample.dpo')
  expect(await dpo('demo', '--out', folder)).toMatchObject({ code: 0, errors: '' })
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('dpo demo', () => {
  test('hands out what a breach asks for: reports, letters, bundle and log', async () => {
    const names = await readdir(join(folder, 'breach'))
    expect(names.toSorted()).toEqual([
      'BR-0006-report-followup.json',
      'BR-0006-report-followup.pdf',
      'BR-0006-report-followup.txt',
      'BR-0006-report-initial-as-sent.json',
      'BR-0006-report-initial-as-sent.pdf',
      'BR-0006-report-initial-as-sent.txt',
      'incident-bundle.zip',
      'letters',
      'log-of-breaches.pdf',
    ])
    const [letters] = await readdir(join(folder, 'breach', 'letters'))
    const files = await readdir(join(folder, 'breach', 'letters', letters!))
    expect(files.filter((name) => /^PT-\d+\.pdf$/u.test(name)).length).toBeGreaterThan(1)
    expect(await dpo('verify', join(folder, 'breach', 'incident-bundle.zip'))).toMatchObject({
      code: 0,
      output: expect.stringContaining('Seals: every decision, report and notice says what was sealed'),
    })
  })
})

describe('dpo breach', () => {
  test('list says how each breach stands, as text and as JSON', async () => {
    const text = await dpo('breach', 'list', '--register', register)
    expect(text.output).toContain('BR-0006  Case file emailed to the wrong foster carer')
    expect(text.output).toContain('Decided about the Commissioner: Report. About the people: Tell them.')
    expect(text.output).toMatch(/^6 breaches\.$/mu)
    const json = JSON.parse(
      (await dpo('breach', 'list', '--register', register, '--format', 'json')).output,
    ) as {
      reference: string
      clock: string
    }[]
    const clocks = new Map(json.map(({ reference, clock }) => [reference, clock]))
    expect(clocks.get('BR-0006')).toBe('Tell the Commissioner: Reported, within the time')
    expect(clocks.get('BR-0002')).toBe('Tell the Commissioner: Reported, late')
    expect(clocks.get('BR-0001')).toMatch(/hours?|days?/u)
  })

  test('list leaves out what is closed, and other organisations, when asked to', async () => {
    const open = await dpo(
      'breach',
      'list',
      '--register',
      register,
      '--open',
      '--organisation',
      'Polaris Community',
    )
    expect(open.output).toContain('BR-0006')
    expect(open.output).not.toContain('Tablet left on a train')
    expect(open.output).not.toContain('Newsletter')
  })

  test.each(['BR-0006', 'br-0006'])(
    'show finds %s and tells the three times and the decisions',
    async (id) => {
      const { output } = await dpo('breach', 'show', '--register', register, '--id', id)
      expect(output).toContain('Happened           Wed 18 November 2026, 16:25 GMT')
      expect(output).toContain('First noticed      Thu 19 November 2026, 08:50 GMT')
      expect(output).toContain('Became aware       Thu 19 November 2026, 10:05 GMT')
      expect(output).toContain('Do not report, because a risk is unlikely (superseded)')
      expect(output).toMatch(/Reports to the Commissioner \(1\)/u)
    },
  )

  test('notify writes the draft, and records it as sent with the moment it was sent', async () => {
    const out = join(folder, 'notify')
    const about = ['--register', register, '--id', 'BR-0006', '--phase', 'followup', '--out', out]
    const draft = await dpo('breach', 'notify', ...about)
    expect(draft.output.match(/SHA-256 [0-9a-f]{64}/gu)).toHaveLength(3)
    expect(await readFile(join(out, 'BR-0006-report-followup.txt'), 'utf8')).toContain('DRAFT')
    const sent = await dpo(
      'breach',
      'notify',
      ...about,
      '--sent-at',
      '2026-11-21T16:00:00Z',
      '--by',
      'The officer',
    )
    expect(sent).toMatchObject({
      code: 0,
      output: expect.stringContaining('Recorded as sent on Sat 21 November 2026, 16:00 GMT.'),
    })
    const shown = await dpo('breach', 'show', '--register', register, '--id', 'BR-0006')
    expect(shown.output).toContain('Reports to the Commissioner (2)')
  })

  test('bundle writes what verify passes', async () => {
    const out = join(folder, 'own.zip')
    const bundle = await dpo(
      'breach',
      'bundle',
      '--register',
      register,
      '--id',
      'BR-0006',
      '--out',
      out,
      '--with-people',
    )
    expect(bundle.output).toMatch(
      /own\.zip: \d+ files, \d+ bytes, SHA-256 [0-9a-f]{64}\nChain head: [0-9a-f]{64}/u,
    )
    expect(await dpo('verify', out)).toMatchObject({ code: 0 })
  })

  test('log writes the entries of a period, facts, effects and remedial action first', async () => {
    const csv = join(folder, 'log.csv')
    const period = ['--from', '2026-11-01', '--until', '2026-11-18']
    const log = await dpo('breach', 'log', '--register', register, '--out', csv, ...period)
    expect(log.output).toContain('2 records')
    const [headings, ...rows] = readCsv(await readFile(csv, 'utf8'))
    expect(headings!.slice(0, 5)).toEqual([
      'Reference',
      'What happened',
      'Facts',
      'Effects',
      'Remedial action',
    ])
    expect(rows.map(([reference]) => reference)).toEqual(['BR-0002', 'BR-0004'])
  })

  test('cases prints the 18 cases, with their outcomes when asked to', async () => {
    const { output } = await dpo('breach', 'cases')
    expect(output.match(/^\d\d {2}/gmu)).toHaveLength(18)
    expect(output).not.toContain('EDPB Guidelines 01/2021, case')
    expect((await dpo('breach', 'cases', '--solved')).output).toContain('EDPB Guidelines 01/2021, case 18')
  })

  test.each([
    [
      'a breach that is not there is answered with those that are',
      ['show', '--id', 'BR-0099'],
      1,
      'The register has: BR-0001, BR-0002',
    ],
    ['a log in no form is refused', ['log', '--out', 'log.docx'], 1, 'pdf, xlsx, csv, json'],
    [
      'a period that ends before it begins is refused',
      ['log', '--out', 'log.csv', '--from', '2026-11-02', '--until', '2026-11-01'],
      1,
      'ends before it begins',
    ],
    [
      'a report sent by nobody is a matter of usage',
      [
        'notify',
        '--id',
        'BR-0001',
        '--phase',
        'initial',
        '--out',
        'OUT',
        '--sent-at',
        '2026-11-21T16:00:00Z',
      ],
      2,
      '--sent-at needs --by',
    ],
    [
      'a moment without its zone is a matter of usage',
      [
        'notify',
        '--id',
        'BR-0001',
        '--phase',
        'initial',
        '--out',
        'OUT',
        '--sent-at',
        '2026-11-21 16:00',
        '--by',
        'me',
      ],
      2,
      'A moment is written like',
    ],
    [
      'a second first report is refused',
      [
        'notify',
        '--id',
        'BR-0006',
        '--phase',
        'initial',
        '--out',
        'OUT',
        '--sent-at',
        '2026-11-21T16:00:00Z',
        '--by',
        'me',
      ],
      1,
      'is recorded already',
    ],
    ['a bundle without a place is a matter of usage', ['bundle', '--id', 'BR-0006'], 2, '--out'],
    ['an unknown command is a matter of usage', ['nonsense'], 2, 'unknown command'],
  ])('%s', async (_, words, code, sentence) => {
    const own = words.map((word) => (word === 'OUT' ? join(folder, 'out') : word))
    const rest = own[0] === 'nonsense' ? [] : ['--register', register]
    const result = await dpo('breach', ...own, ...rest)
    expect(result).toMatchObject({ code, errors: expect.stringContaining(sentence) })
    expect(result.errors).not.toMatch(/^\s+at /mu)
  })

  test('a wrong passphrase is refused with its sentence', async () => {
    const result = await dpo('breach', 'list', '--register', register, { DPO_PASSPHRASE: 'not it' })
    expect(result).toMatchObject({ code: 1, errors: expect.stringContaining('does not open this register') })
  })
})

function dpo(...given: (string | Record<string, string>)[]) {
  const words = given.filter((word) => typeof word === 'string')
  const [more] = given.filter((word) => typeof word === 'object')
  return runHere(words, { DPO_PASSPHRASE: 'demo', DPO_HOME: join(folder, '.home'), ...more })
}
