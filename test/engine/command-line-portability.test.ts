import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ACCOUNT_COLUMNS, ACCOUNTS_CSV } from '../support/a-portability-export.ts'
import { dpo as runHere } from '../support/dpo.ts'
import { PASSPHRASE } from '../support/engine.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder = ''
let register = ''

const at = (name: string) => join(folder, name)
const dpo = (...words: string[]) =>
  runHere(words, { DPO_PASSPHRASE: PASSPHRASE, DPO_HOME: at('home'), DPO_PACK_PASSPHRASE: '' })
const done = async (...words: string[]) => {
  const said = await dpo(...words)
  expect({ code: said.code, errors: said.errors }).toEqual({ code: 0, errors: '' })
  return said.output
}
const call = async (procedure: string, input: object) =>
  JSON.parse(await done('call', procedure, JSON.stringify(input), '--register', register)) as { id: string }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dpo-command-line-portability-'))
  register = at('Test.dpo')
  await writeFile(at('accounts.csv'), ACCOUNTS_CSV)
  await done('create', '--register', register)
  const { id: organisationId } = await call('organisations.create', {
    legalName: 'Hollybank Fostering',
    relation: 'own',
  })
  const fields = { right: 'R-PORT', receivedOn: '2026-11-02', requesterName: 'Maya Reed', organisationId }
  await call('records.create', { register: 'requests', name: 'Portability', fields })
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the whole of a request for portability is done without the screen', async () => {
  const looked = await done('portability', 'look', at('accounts.csv'))
  expect(looked).toContain('accounts.csv: csv')
  expect(looked).toMatch(
    /^ {2}email {2}\(text, filled in 3\): maya@reed\.example \| ivor@penrose\.example$/mu,
  )

  const where = ['--register', register, '--request', 'rr-0001', '--source', at('accounts.csv')]
  const before = await dpo('portability', 'build', ...where, '--person', 'C-1', '--out', at('early.zip'))
  expect(before.code).toBe(1)
  expect(before.errors).toContain('No mapping knows the columns of accounts.csv')

  const proposed = JSON.parse(
    await done('portability', 'look', at('accounts.csv'), '--format', 'mapping'),
  ) as { columns: { column: string; basis: string | null }[] }
  expect(proposed.columns.map(({ column }) => column)).toEqual(ACCOUNT_COLUMNS.map(({ column }) => column))
  expect(proposed.columns.every(({ basis }) => basis === null)).toBe(true)
  const decided = {
    ...proposed,
    name: 'Portal accounts',
    called: 'Account',
    matchColumns: ['carer_id'],
    rowsNamingOthers: 'cutCells',
    columns: ACCOUNT_COLUMNS,
  }
  await writeFile(at('mapping.json'), JSON.stringify(decided))
  const mapped = await done('portability', 'map', '--register', register, '--from', at('mapping.json'))
  expect(mapped).toMatch(/^EX-\d+: Portal accounts, 12 columns\.$/mu)

  const preview = await done('portability', 'preview', ...where, '--person', 'C-1', '--all')
  expect(preview).toContain('Account: 2 rows, 8 columns; 1 rows say something of others too')
  expect(preview).toContain('LEFT OUT Account, “Risk score”: It was worked out')

  const receiver = ['--receiver-name', 'Otherwise Fostering', '--receiver-address', 'Leeds']
  const more = ['--person', 'C-1', '--out', at('export.zip'), '--formats', 'json,csv', ...receiver]
  const built = await done('portability', 'build', ...where, ...more)
  expect(built).toMatch(/export\.zip: 2 rows in 1 table, \d+ bytes, SHA-256 [0-9a-f]{64}/u)
  expect(built).toMatch(/^Checked: account\.json: 2 rows/mu)
  const [, passphrase] = /^Passphrase, shown this once; send it another way: (\S+)$/mu.exec(built)!
  const [, sha256] = /SHA-256 ([0-9a-f]{64})/u.exec(built)!
  expect(execFileSync('sha256sum', [at('export.zip')], { encoding: 'utf8' })).toContain(sha256)
  expect((await readFile(at('export.zip'), 'latin1')).includes('Reed')).toBe(false)
  expect(passphrase).toHaveLength(24)

  const history = await done('portability', 'history', '--register', register)
  expect(history).toMatch(
    new RegExp(`^RR-0001 {2}2 rows in 1 table, made on .* export\\.zip {2}SHA-256 ${sha256}`, 'mu'),
  )
})

test('a mapping file that is none is refused at its place, and an open export says why', async () => {
  await writeFile(
    at('broken.json'),
    JSON.stringify({ name: 'X', form: 'csv', columns: [{ column: 'a', whose: 'mine' }] }),
  )
  const refused = await dpo('portability', 'map', '--register', register, '--from', at('broken.json'))
  expect(refused.errors).toContain('is no mapping: columns.0.whose')

  const where = [
    '--register',
    register,
    '--request',
    'RR-0001',
    '--source',
    at('accounts.csv'),
    '--person',
    'C-1',
  ]
  const open = [
    '--mapping-file',
    at('mapping.json'),
    '--because',
    'Handed over in person',
    '--formats',
    'xml',
  ]
  const built = await done('portability', 'build', ...where, ...open, '--out', at('open.zip'))
  expect(built).not.toContain('Passphrase')
  const listed = execFileSync('unzip', ['-Z1', at('open.zip')], { encoding: 'utf8' })
  expect(listed).toContain('portability-export/data/xml/account.xml')
  expect(listed).not.toContain('data/json')
})
