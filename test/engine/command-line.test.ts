import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dpo as runHere } from '#test/support/dpo.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let folder = ''
let said = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dpo-command-line-'))
  said = (await dpo(['demo', '--out', folder])).output
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the command line', () => {
  test('demo makes the register and every form of its record, and can be run again', async () => {
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && name !== 'registers')
    expect(names.toSorted()).toEqual([
      'access',
      'annual-report.pdf',
      'breach',
      'deadlines.ics',
      'leaving',
      'portability',
      'register-archive.zip',
      'ropa.csv',
      'ropa.json',
      'ropa.pdf',
      'ropa.xlsx',
      'sample.dpo',
    ])
    const counted = await dpo(['call', 'records.counts', '--register', join(folder, 'sample.dpo')])
    const filled = (JSON.parse(counted.output) as { register: string; total: number }[]).filter(
      ({ total }) => total > 0,
    )
    const written = await readdir(join(folder, 'registers')).catch((): string[] => [])
    expect(written.toSorted()).toEqual(
      filled.flatMap(({ register }) => [`${register}.pdf`, `${register}.xlsx`]).toSorted(),
    )
    const again = await dpo(['demo', '--out', folder])
    expect(again.output).toContain('it was there already')
    expect(again.output).toMatch(/Chain head: \d+ [0-9a-f]{64}/)
  })

  test('verify passes the archive and the register, and fails what is neither', async () => {
    expect(await dpo(['verify', join(folder, 'register-archive.zip')])).toMatchObject({
      code: 0,
      output: expect.stringContaining('Every check passed.'),
    })
    expect(await dpo(['verify', join(folder, 'sample.dpo')])).toMatchObject({ code: 0 })
    expect(await dpo(['verify', join(folder, 'ropa.pdf')])).toMatchObject({
      code: 1,
      output: expect.stringContaining('FAILED'),
    })
  })

  test.each([
    ['the portability export', 'portability/portability-export.zip', 'export', 'Portability export'],
    ['the whole register', 'leaving/whole-register.zip', 'archive', 'Whole register'],
    ['the vocabulary', 'leaving/data-privacy-vocabulary.zip', null, 'Export in the Data Privacy Vocabulary'],
  ])('verify passes %s of the demo with the passphrase it printed', async (_, file, of, kind) => {
    const printed = new RegExp(`^Passphrase of the ${of}, shown this once: (.+)$`, 'm').exec(said)?.[1] ?? ''
    expect(printed === '').toBe(of === null)
    const verified = await dpo(['verify', join(folder, file)], { DPO_ARCHIVE_PASSPHRASE: printed })
    expect(verified).toMatchObject({ code: 0, output: expect.stringContaining(`Kind: ${kind}`) })
  })

  test('call answers in JSON, as at a day too', async () => {
    const now = await dpo([
      'call',
      'organisations.list',
      '{"relation":"own"}',
      '--register',
      join(folder, 'sample.dpo'),
    ])
    expect(JSON.parse(now.output)).toContainEqual(
      expect.objectContaining({ legalName: 'Home-Start Ashford & District' }),
    )
    const before = await dpo([
      'call',
      'organisations.list',
      '{"relation":"own"}',
      '--register',
      join(folder, 'sample.dpo'),
      '--as-at',
      '2020-01-01',
    ])
    expect(JSON.parse(before.output)).toEqual([])
  })

  test('gaps come as JSON, each with its citation', async () => {
    const gaps = JSON.parse(
      (await dpo(['gaps', '--register', join(folder, 'sample.dpo'), '--format', 'json'])).output,
    ) as { citation: string }[]
    expect(gaps.length).toBeGreaterThan(100)
    expect(gaps.every(({ citation }) => citation.length > 3)).toBe(true)
  })

  test('export writes one organisation’s record, and names the organisations when it knows none so called', async () => {
    const register = ['--register', join(folder, 'sample.dpo')]
    const out = join(folder, 'home-start.csv')
    expect(
      await dpo([
        'export',
        'ropa',
        ...register,
        '--format',
        'csv',
        '--out',
        out,
        '--organisation',
        'home-start',
      ]),
    ).toMatchObject({ code: 0, output: expect.stringContaining('18 activities') })
    expect(
      await dpo(['export', 'ropa', ...register, '--format', 'csv', '--out', out, '--organisation', 'nobody']),
    ).toMatchObject({ code: 1, errors: expect.stringContaining('Home-Start Ashford & District') })
  })

  test('list shows a register as a table, as JSON and as CSV, and finds words', async () => {
    const register = ['--register', join(folder, 'sample.dpo')]
    const table = await dpo(['list', 'organisations', ...register, '--text', 'HOME-START ashford'])
    expect(table).toMatchObject({ code: 0, output: expect.stringContaining('Home-Start Ashford & District') })
    expect(table.output).toMatch(/^1 record\.$/m)
    const activities = JSON.parse(
      (
        await dpo([
          'list',
          'activities',
          ...register,
          '--format',
          'json',
          '--organisation',
          'home-start ashford',
        ])
      ).output,
    ) as unknown[]
    expect(activities).toHaveLength(18)
    const csv = await dpo([
      'list',
      'breaches',
      ...register,
      '--open',
      '--format',
      'csv',
      '--as-at',
      '2020-01-01',
    ])
    expect(csv.output).toMatch(/^Reference,[^\n]+,Organisation,[^\n]*Owner,Due,Standing,Gaps\r\n$/u)
  })

  test('export writes any register, and only ropa as an archive', async () => {
    const to = ['--register', join(folder, 'sample.dpo'), '--out', join(folder, 'breaches.json')]
    expect(await dpo(['export', 'breaches', ...to, '--format', 'json'])).toMatchObject({
      code: 0,
      output: expect.stringMatching(
        /breaches\.json: \d+ records?, \d+ bytes, SHA-256 [0-9a-f]{64}\nChain head: /u,
      ),
    })
    await rm(join(folder, 'breaches.json'))
    expect(await dpo(['export', 'breaches', ...to, '--format', 'archive'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('pdf, xlsx, csv, json'),
    })
  })

  test.each([
    [
      'a register that does not exist is answered with those that do',
      ['list', 'letters', '--register', 'REGISTER'],
      {},
      1,
      'organisations, contracts, activities, vocabulary, requests, searches, breaches',
    ],
    [
      'an export of none is answered with what can be exported',
      ['export', 'letters', '--register', 'REGISTER', '--format', 'csv', '--out', 'letters.csv'],
      {},
      1,
      'ropa, dpv, all, requests, searches, breaches',
    ],
    [
      'terms belong to no organisation',
      ['list', 'vocabulary', '--register', 'REGISTER', '--organisation', 'Home-Start Ashford'],
      {},
      1,
      'Leave --organisation out',
    ],
    [
      'a wrong passphrase is refused with its sentence',
      ['gaps', '--register', 'REGISTER'],
      { DPO_PASSPHRASE: 'not it' },
      1,
      'does not open this register',
    ],
    [
      'input that is not JSON is refused',
      ['call', 'activities.get', '{', '--register', 'REGISTER'],
      {},
      1,
      'not valid JSON',
    ],
    [
      'input of the wrong shape is refused at the field',
      [
        'call',
        'activities.create',
        '{"name":" ","organisationId":null,"role":"controller"}',
        '--register',
        'REGISTER',
      ],
      {},
      1,
      'Give the activity a name',
    ],
    ['an unknown command is a matter of usage', ['nonsense'], {}, 2, 'unknown command'],
    [
      'a date that is none is a matter of usage',
      ['call', 'settings.get', '--register', 'REGISTER', '--as-at', '31/12/2026'],
      {},
      2,
      'YYYY-MM-DD',
    ],
    ['a missing option is a matter of usage', ['demo'], {}, 2, '--out'],
  ])('%s', async (_, words, env, code, sentence) => {
    const result = await dpo(
      words.map((word) => (word === 'REGISTER' ? join(folder, 'sample.dpo') : word)),
      env,
    )
    expect(result).toMatchObject({ code, errors: expect.stringContaining(sentence) })
    expect(result.errors).not.toMatch(/^\s+at /m)
  })
})

function dpo(words: readonly string[], env: Record<string, string> = {}) {
  return runHere(words, { DPO_PASSPHRASE: 'demo', DPO_HOME: join(folder, '.home'), ...env })
}
