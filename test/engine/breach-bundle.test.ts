import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { sealHolds } from '#engine/described/seal.ts'
import { verifyArchive } from '#engine/archive/verify-archive.ts'
import type { Database } from '#engine/db/schema.ts'
import { nextLink, sha256 } from '#engine/revisions/chain.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { attachBytes, someBytes } from '#test/support/evidence.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { leadOf } from '#test/support/leads.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0
const NAMES = ['Robin Example', 'Jordan Sample', 'Alex Example', 'Chris Example', 'Sample Lane']

async function written(
  engine: TestEngine,
  more: { withPeople?: boolean; asAt?: PlainDate; name?: string } = {},
) {
  const to = join(engine.folder, more.name ?? 'bundle.zip')
  const { withPeople = false, asAt = null } = more
  const bundle = await engine.call('breaches.writeBundle', {
    id: await leadOf(engine.call),
    to,
    withPeople,
    asAt,
  })
  return { ...bundle, to }
}

/** Unpacks with Python, which knows nothing of the program, and gives the files of the bag by name. */
function unpacked(zip: string, folder: string): ReadonlyMap<string, Buffer> {
  execFileSync('python3', ['-m', 'zipfile', '-e', zip, folder])
  const root = join(folder, 'incident-bundle')
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(root.length + 1), readFileSync(path)]
    }),
  )
}

const failed = ({ checks }: { checks: readonly { ok: boolean; name: string; detail: string }[] }) =>
  checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`)

describe.skipIf(!HAS_PYTHON)('the incident bundle, looked at with foreign tools', () => {
  test('holds everything under hashes that Python finds too, and evidence byte for byte', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const id = await leadOf(engine.call)
    const bytes = someBytes(1_300_000)
    await mkdir(join(engine.folder, 'again'))
    await attachBytes(engine.call, engine.folder, id, 'Sent message: 18 Nov?.eml', bytes)
    await attachBytes(engine.call, engine.folder, id, 'note.txt', Buffer.from('one'))
    await attachBytes(engine.call, join(engine.folder, 'again'), id, 'NOTE.txt', Buffer.from('two'))
    const { to, files } = await written(engine)
    const bag = unpacked(to, join(engine.folder, 'out'))
    expect([...bag.keys()].filter((name) => name.startsWith('data/'))).toHaveLength(files)
    expect([...bag.keys()].toSorted()).toEqual(
      expect.arrayContaining([
        'bag-info.txt',
        'bagit.txt',
        'data/README.txt',
        'data/chronology/chronology.csv',
        'data/chronology/chronology.json',
        'data/chronology/chronology.pdf',
        'data/decisions/decisions.json',
        'data/decisions/decisions.pdf',
        'data/evidence/NOTE (2).txt',
        'data/evidence/Sent message_ 18 Nov_.eml',
        'data/evidence/evidence.json',
        'data/evidence/note.txt',
        'data/record.json',
        'data/record.pdf',
        'data/reports/01-initial.json',
        'data/reports/01-initial.pdf',
        'data/reports/01-initial.txt',
        'data/revisions-of-this-breach.jsonl',
      ]),
    )
    expect(
      [...bag.keys()].filter((name) => name.startsWith('data/letters/01-letters-')).length,
    ).toBeGreaterThan(1)
    expect(bag.get('data/evidence/Sent message_ 18 Nov_.eml')!.equals(bytes)).toBe(true)
    expect(String(bag.get('data/evidence/NOTE (2).txt'))).toBe('two')
    const checked = execFileSync('python3', ['-c', CHECK_BAG, join(engine.folder, 'out', 'incident-bundle')])
    expect(String(checked).trim()).toBe(`${files} files, ${2 * files} hashes`)
    expect(failed(await engine.call('reports.verifyArchive', { path: to }))).toEqual([])
  })

  test('ties the record to the trail: its hash is the last revision’s, and each link follows', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const id = await leadOf(engine.call)
    await engine.call('records.change', { register: 'breaches', id, changes: { team: 'Fostering South' } })
    const { to, chainHead } = await written(engine)
    const bag = unpacked(to, join(engine.folder, 'out'))
    const lines = String(bag.get('data/revisions-of-this-breach.jsonl')).trim().split('\n')
    const revisions = lines.map(
      (line) =>
        JSON.parse(line) as never as Parameters<typeof nextLink>[1] &
          Record<'previous_sha256' | 'chain_sha256', string>,
    )
    expect(revisions).toHaveLength(2)
    for (const line of revisions) expect(nextLink(line.previous_sha256, line)).toBe(line.chain_sha256)
    expect(revisions.at(-1)!.chain_sha256).toBe(chainHead)
    expect(String(bag.get('bag-info.txt'))).toContain(`Chain-Head: ${chainHead}`)
    const record = bag.get('data/record.json')!
    expect(createHash('sha256').update(record).digest('hex')).toBe(revisions.at(-1)!.body_sha256)
    const breach = JSON.parse(String(record)) as Breach
    expect(breach.team).toBe('Fostering South')
    expect([...breach.decisions, ...breach.sentReports, ...breach.sentNotices].map(sealHolds)).not.toContain(
      false,
    )
    expect(breach.decisions).toHaveLength(3)
  })

  test('names nobody unless asked to, and then in one table', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const texts = (bag: ReadonlyMap<string, Buffer>) =>
      [...bag]
        .filter(([name]) => !name.endsWith('.pdf'))
        .map(([, bytes]) => String(bytes))
        .join('\n')
    const without = unpacked((await written(engine)).to, join(engine.folder, 'without'))
    expect([...without.keys()]).not.toContain('data/people/people.csv')
    for (const name of NAMES) expect(texts(without)).not.toContain(name)
    const withPeople = await written(engine, { withPeople: true, name: 'named.zip' })
    const named = unpacked(withPeople.to, join(engine.folder, 'with'))
    for (const name of NAMES) expect(String(named.get('data/people/people.csv'))).toContain(name)
  })
})

describe('the incident bundle', () => {
  test('is the same to the byte when nothing has changed, and leaves nothing beside it', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const one = await written(engine)
    const other = await written(engine, { name: 'again.zip' })
    expect(other.sha256).toBe(one.sha256)
    expect(readdirSync(engine.folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('tells an earlier day as it was then, and that the breach was not there before', async () => {
    await using engine = await startTestEngine({ register: 'sample', now: '2026-11-22T09:00:00.000Z' })
    const id = await leadOf(engine.call)
    engine.clock.now = '2026-11-25T09:00:00.000Z'
    await engine.call('records.change', { register: 'breaches', id, changes: { team: 'Fostering South' } })
    const { to } = await written(engine, { asAt: PlainDate.parse('2026-11-22') })
    const report = await verifyArchive(to)
    expect(failed(report)).toEqual([])
    expect(report.kind).toBe('Incident bundle, BagIt 1.0')
    await expect(written(engine, { asAt: PlainDate.parse('2026-11-21') })).rejects.toThrow(
      'not in the register at the end of that day',
    )
  })

  test('is not written when an evidence file is not the one that was attached', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const id = await leadOf(engine.call)
    await attachBytes(engine.call, engine.folder, id, 'note.txt', Buffer.from('one'))
    await rewrite(engine, id, (breach) => {
      const [file] = breach.evidenceFiles
      return { ...breach, evidenceFiles: [{ ...file!, sha256: sha256('another') }] }
    })
    await expect(written(engine)).rejects.toThrow('“note.txt” is not the one that was attached')
    expect(readdirSync(engine.folder).filter((name) => name.includes('bundle'))).toEqual([])
  })

  test('a report that was rewritten with the trail made to fit shows in the register and in the bundle', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const id = await leadOf(engine.call)
    await rewrite(engine, id, (breach) => {
      const [report] = breach.sentReports
      const [first, ...rest] = report!.answers
      return {
        ...breach,
        sentReports: [{ ...report!, answers: [{ ...first!, text: 'It was nothing' }, ...rest] }],
      }
    })
    const { problems } = await engine.call('registerFile.verify', {})
    expect(problems.join('\n')).toContain(
      '“Reports as sent” in 1 of the breaches no longer say what was sealed',
    )
    const { to } = await written(engine)
    expect(failed(await verifyArchive(to))).toEqual([
      'Seals: Reports as sent: An entry no longer says what was sealed.',
    ])
  })

  test.skipIf(!HAS_PYTHON).each([
    ['data/decisions/decisions.json', 'Seals: data/decisions/decisions.json'],
    ['data/reports/reports.json', 'Seals: data/reports/reports.json'],
    ['data/record.json', 'Revisions of the breach: data/record.json'],
    ['data/evidence/note.txt', 'Evidence: data/evidence/note.txt'],
  ])('%s changed after it was written, with every manifest made to fit, shows', async (name, problem) => {
    await using engine = await startTestEngine({ register: 'sample' })
    await attachBytes(
      engine.call,
      engine.folder,
      await leadOf(engine.call),
      'note.txt',
      Buffer.from('one note'),
    )
    const { to } = await written(engine)
    const out = join(engine.folder, 'out')
    unpacked(to, out)
    const root = join(out, 'incident-bundle')
    const before = await readFile(join(root, name), 'utf8')
    const after = before.replace(/one note|the wrong|not report|The placement file/u, 'a certain')
    expect(after).not.toBe(before)
    await writeFile(join(root, name), after)
    execFileSync('python3', ['-c', REMAKE_MANIFESTS, root])
    await cp(root, join(engine.folder, 'bag'), { recursive: true })
    const problems = failed(await verifyArchive(join(engine.folder, 'bag')))
    expect(problems.map((text) => text.split(': ').slice(0, 2).join(': '))).toContain(problem)
    expect(problems.join('\n')).not.toContain('manifest')
  })
})

/** Changes a record behind the program's back and makes its last revision fit. */
async function rewrite(
  { engine }: TestEngine,
  id: string,
  change: (breach: Breach) => Breach,
): Promise<void> {
  const db = engine.session().db as unknown as Kysely<Database>
  const row = await db.selectFrom('records').select('body').where('id', '=', id).executeTakeFirstOrThrow()
  const body = JSON.stringify(change(JSON.parse(row.body) as Breach))
  await db.updateTable('records').set({ body }).where('id', '=', id).execute()
  const rows = await db.selectFrom('revisions').selectAll().orderBy('seq').execute()
  const last = rows.findLast(({ record }) => record === id)!
  let link = rows.find(({ seq }) => seq === last.seq - 1)!.chain_sha256
  await sql`drop trigger if exists revisions_are_not_changed`.execute(db)
  for (const revision of rows.slice(rows.indexOf(last))) {
    const fits = revision === last ? { ...revision, body, body_sha256: sha256(body) } : revision
    link = nextLink(link, fits)
    await db
      .updateTable('revisions')
      .set({ body: fits.body, body_sha256: fits.body_sha256, chain_sha256: link })
      .where('seq', '=', revision.seq)
      .execute()
  }
}

const CHECK_BAG = `
import hashlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
count = 0
for name in ('sha256', 'sha512'):
    listed = set()
    for line in (root / f'manifest-{name}.txt').read_text('utf-8').splitlines():
        want, path = line.split('  ', 1)
        got = hashlib.new(name, (root / path).read_bytes()).hexdigest()
        assert want == got, path
        listed.add(path)
        count += 1
    there = {p.relative_to(root).as_posix() for p in (root / 'data').rglob('*') if p.is_file()}
    assert listed == there, listed ^ there
    for line in (root / f'tagmanifest-{name}.txt').read_text('utf-8').splitlines():
        want, path = line.split('  ', 1)
        assert want == hashlib.new(name, (root / path).read_bytes()).hexdigest(), path
print(f'{len(there)} files, {count} hashes')
`

const REMAKE_MANIFESTS = `
import hashlib, pathlib, re, sys
root = pathlib.Path(sys.argv[1])
def write(prefix, files):
    for name in ('sha256', 'sha512'):
        lines = [hashlib.new(name, (root / f).read_bytes()).hexdigest() + '  ' + f + chr(10) for f in files]
        (root / f'{prefix}-{name}.txt').write_text(''.join(lines), 'utf-8', newline='')
data = sorted(p.relative_to(root).as_posix() for p in (root / 'data').rglob('*') if p.is_file())
size = sum((root / f).stat().st_size for f in data)
info = root / 'bag-info.txt'
info.write_text(re.sub(r'Payload-Oxum: .*', f'Payload-Oxum: {size}.{len(data)}', info.read_text('utf-8')), 'utf-8', newline='')
write('manifest', data)
write('tagmanifest', ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'manifest-sha512.txt'])
`
