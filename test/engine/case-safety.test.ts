import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addBlob } from '#engine/cases/blobs.ts'
import { copyOfCase, fileOfCase } from '#engine/cases/case-places.ts'
import type { CaseKey } from '#engine/cases/case-keys.ts'
import { openCases } from '#engine/cases/open-cases.ts'
import { openEncrypted } from '#engine/db/open.ts'
import { restoreBackup } from '#engine/registerFile/backups.ts'
import { filesOf } from '#engine/registerFile/folder.ts'
import { privateCopies } from '#engine/registerFile/private-copies.ts'
import { taskContext } from '#engine/rpc/task-context.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { anAccessRequest, fillCase } from '#test/support/a-case.ts'
import { PASSPHRASE, startTestEngine } from '#test/support/engine.ts'
import { keysOf, openAgain } from '#test/support/open-again.ts'

const starting = startTestEngine()
afterAll(async () => (await starting)[Symbol.asyncDispose]())

const LETTER = { path: 'box/letter.pdf', pages: ['Dear Amina', 'Yours'] }
const NOTE = { path: 'box/note.pdf', pages: ['A note'] }

/** A request whose case holds two files and three pages. */
async function aFilledCase() {
  const { call, engine, path } = await starting
  const request = await anAccessRequest(call)
  const cases = () => engine.session().cases
  await fillCase(cases(), request, [LETTER, NOTE])
  const { record } = await call('records.get', { register: 'requests', id: request })
  const change = (changes: Record<string, unknown>) =>
    call('records.change', { register: 'requests', id: request, changes })
  return {
    ...(await starting),
    request,
    cases,
    change,
    reference: String(record['reference']),
    file: fileOfCase(path, request),
    copy: copyOfCase(path, request),
  }
}

/** Writes over some bytes of a file, in its middle where nothing else is said. */
async function damage(file: string, at?: number): Promise<void> {
  const handle = await open(file, 'r+')
  const { size } = await handle.stat()
  await handle.write(Buffer.alloc(64, 7), 0, 64, at ?? Math.floor(size / 2))
  await handle.close()
}

/** The keys of the register, unwrapped once. */
const unwrapping = starting.then(({ path }) => keysOf(path, PASSPHRASE))

async function unlock() {
  const { engine, path } = await starting
  await engine.use(await openAgain(path, await unwrapping))
}

const lock = async () => (await starting).call('registerFile.lock', {})

/** Opens the register once more, as after a lock. */
async function unlockAgain() {
  await lock()
  await unlock()
}

/** Puts a backup back, as the program does; the newest where none is named. */
async function restore(name?: string) {
  const { call, clock, path } = await starting
  const [newest] = await call('registerFile.listBackups', { path })
  await lock()
  const key = Buffer.from((await unwrapping).key)
  await restoreBackup(path, name ?? newest!.name, key, Instant.parse(clock.now))
  await unlock()
}

async function backUp(): Promise<string> {
  return basename((await (await starting).call('registerFile.backUp', {})).path)
}

const problems = async () => (await (await starting).call('registerFile.verify', {})).problems

describe('the key of a case', () => {
  test('is not lost with a command that fails while the case is begun', async () => {
    const { call, engine } = await starting
    const request = await anAccessRequest(call)
    const { cases, db } = engine.session()
    let beginning: Promise<unknown> | undefined
    const failing = db.transaction().execute(async (into) => {
      await into.insertInto('meta').values({ key: 'passing', value: '' }).execute()
      beginning = cases.begin(request, engine.now())
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
      throw new Error('The command fails')
    })
    await expect(failing).rejects.toThrow('The command fails')
    await beginning
    expect(cases.key(request)?.key).toHaveLength(32)
    await unlockAgain()
    expect(await engine.session().cases.find(request)).not.toBeNull()
  })

  test('is made once where two begin the case at the same time', async () => {
    const { call, engine } = await starting
    const request = await anAccessRequest(call)
    const { cases } = engine.session()
    const [one, other] = await Promise.all([1, 2].map(() => cases.begin(request, engine.now())))
    expect(one!.raw).toBe(other!.raw)
  })

  test('is found by whoever looks for the case while it is begun', async () => {
    const { engine } = await starting
    const { cases } = engine.session()
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const request = engine.newId()
      let isBegun = false
      const look = async () => {
        while (!isBegun) {
          await cases.find(request)
          // A case that is not there is told without any waiting.
          await new Promise(setImmediate)
        }
      }
      const looking = [look(), look(), look()]
      await cases.begin(request, engine.now()).finally(() => (isBegun = true))
      await Promise.all(looking)
    }
  })

  test('goes with the file when it was killed between the two, and a lost file is not taken for a new case', async () => {
    const { request, file, engine, cases, call } = await aFilledCase()
    await lock()
    await rename(file, `${file}.begun`)
    await unlockAgain()
    expect(await call('cases.overview', { request })).toMatchObject({ state: 'open', pages: 3 })
    await lock()
    await rename(file, `${file}.away`)
    await unlockAgain()
    await expect(cases().begin(request, engine.now())).rejects.toMatchObject({ reason: 'missing' })
    await lock()
    await rename(`${file}.away`, file)
    await unlockAgain()
    expect(await problems()).toEqual([])
  })
})

describe('backups of cases', () => {
  test('copy each case that changed, whole, and leave the others alone', async () => {
    const { request, cases, call, copy } = await aFilledCase()
    const other = await aFilledCase()
    await call('registerFile.backUp', {})
    const before = await Promise.all([copy, other.copy].map((path) => stat(path)))
    const store = await cases().get(request)
    await addBlob(store, [Buffer.alloc(3_000_000, 1)], 'new')
    await call('registerFile.backUp', {})
    const after = await Promise.all([copy, other.copy].map((path) => stat(path)))
    expect(after[0]!.ino).not.toBe(before[0]!.ino)
    expect(after[0]!.size).toBeGreaterThan(before[0]!.size + 3_000_000)
    expect(after[1]!.ino).toBe(before[1]!.ino)
    const { raw } = openEncrypted(copy, cases().key(request)!.key!, { readonly: true })
    expect(raw.prepare('select count(*) from pages').pluck().get()).toBe(3)
    raw.close()
    expect(
      (await readdir(filesOf((await starting).path).casesCopy)).every((name) => name.endsWith('.db')),
    ).toBe(true)
  })

  test('let others write to the case while it is copied', async () => {
    const { request, cases, call, copy } = await aFilledCase()
    const store = await cases().get(request)
    let written = 0
    const backing = call('registerFile.backUp', {}).finally(() => (written = -written))
    while (written >= 0) {
      await addBlob(store, [Buffer.from(`note ${written}`)], 'passing')
      written += 1
      await new Promise(setImmediate)
    }
    await backing
    expect(await problems()).toEqual([])
    const { raw } = openEncrypted(copy, cases().key(request)!.key!, { readonly: true })
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    raw.close()
  })

  test('name a damaged case, keep its last good copy and back everything else up; restoring brings it back', async () => {
    const { request, reference, file, copy, call, path, clock } = await aFilledCase()
    await call('registerFile.backUp', {})
    const good = await readFile(copy)
    await lock()
    await damage(file)
    await unlock()
    clock.now = '2026-11-22T10:00:00.000Z'
    await expect(call('registerFile.backUp', {})).rejects.toMatchObject({
      code: 'storage',
      reason: 'damaged',
      message: expect.stringContaining(`${reference}: `),
    })
    expect(await readFile(copy)).toEqual(good)
    const [backup] = await call('registerFile.listBackups', { path })
    expect(backup?.madeAt).toBe('2026-11-22T10:00:00.000Z')
    expect(await problems()).toEqual([
      expect.stringContaining(`${reference}: The file with its documents is damaged`),
    ])

    await restore()
    expect(await problems()).toEqual([])
    expect(await call('cases.overview', { request })).toMatchObject({ pages: 3 })
    const kept = await readdir(filesOf(path).cases)
    expect(kept).toContain(`${basename(file)}.replaced-20261122T100000000Z`)
    await rm(`${file}.replaced-20261122T100000000Z`)
  })

  test('bring back a case whose file is gone', async () => {
    const { request, file, call } = await aFilledCase()
    await call('registerFile.backUp', {})
    await lock()
    await rm(file)
    await unlock()
    expect(await problems()).toEqual([expect.stringContaining('is not there')])
    await restore()
    expect(await call('cases.overview', { request })).toMatchObject({ pages: 3, sources: { read: 2 } })
  })

  test('keep a case newer than the backup, and one begun since until a register has its key again', async () => {
    const { request, cases, call, path, clock } = await aFilledCase()
    clock.now = '2026-11-22T11:00:00.000Z'
    const before = await backUp()
    await fillCase(cases(), request, [{ path: 'later.pdf', pages: ['Later'] }])
    const later = await aFilledCase()
    clock.now = '2026-11-22T11:30:00.000Z'
    const after = await backUp()
    await fillCase(cases(), later.request, [{ path: 'last.pdf', pages: ['Last'] }])
    clock.now = '2026-11-22T12:00:00.000Z'
    await restore(before)
    expect(await call('cases.overview', { request })).toMatchObject({ pages: 4 })
    const aside = `${basename(later.file)}.without-key-20261122T120000000Z`
    expect(await problems()).toEqual([expect.stringContaining(`cases/${aside} has no key`)])
    await restore(after)
    expect(await problems()).toEqual([])
    expect(await call('cases.overview', { request: later.request })).toMatchObject({ pages: 4 })
    expect((await readdir(filesOf(path).cases)).filter((name) => name.includes('without-key'))).toEqual([])
  })
})

describe('the check of the register', () => {
  test('names what was changed inside a case by somebody who has its key', async () => {
    const { request, reference, cases, file } = await aFilledCase()
    const key = Buffer.from(cases().key(request)!.key!)
    await lock()
    const { raw } = openEncrypted(file, key, { readonly: false })
    const [letter] = raw.prepare<[], { sha256: string }>('select sha256 from sources order by id').all()
    raw.prepare('update chunks set bytes = ? where sha256 = ?').run(Buffer.from('forged'), letter!.sha256)
    raw.close()
    await unlock()
    const expected = expect.stringContaining(`${reference}: “box/letter.pdf” is not what was taken in`)
    expect(await problems()).toEqual([expected])
    const store = await cases().get(request)
    store.raw
      .prepare('update chunks set bytes = ? where sha256 = ?')
      .run(Buffer.from(LETTER.path), letter!.sha256)
    expect(await problems()).toEqual([])
  })
})

describe('a register that somebody else writes to', () => {
  test('shows its cases and begins none', async () => {
    const { request, path, engine, cases } = await aFilledCase()
    await cases().get(request)
    const reader = await openAgain(path, await unwrapping)
    expect(reader.readOnlyBecause).not.toBeNull()
    const pages = await reader.cases.glance(request, ({ raw }) =>
      raw.prepare('select count(*) from pages').pluck().get(),
    )
    expect(pages).toBe(3)
    await expect(reader.cases.begin(engine.newId(), engine.now())).rejects.toMatchObject({
      code: 'read-only',
    })
    await reader.close()
  })

  test('shows them from copies of its own where the folder cannot be written', async () => {
    const { request, path, engine, cases, file } = await aFilledCase()
    await cases().get(request)
    const copies = await privateCopies()
    const { raw } = engine.session()
    const here = openCases({ raw, folder: path, readOnlyBecause: 'Read-only', locate: copies.of })
    const store = await here.get(request)
    expect(store.raw.name).not.toBe(file)
    expect(store.raw.prepare('select count(*) from pages').pluck().get()).toBe(3)
    await here.close()
    await copies.remove()
  })
})

describe('the end of a case', () => {
  test.each([
    ['an evidence hold is on', { sentOn: '2026-11-20', holdSetOn: '2026-11-02' }, 'evidence hold'],
    ['it is neither answered nor closed', {}, 's.173'],
  ])('is refused while %s', async (_, changes, says) => {
    const { request, reference, call, change } = await aFilledCase()
    await change(changes)
    const ending = await call('cases.ending', { request })
    expect(ending).toMatchObject({ isOpen: true, mayNot: expect.stringContaining(says) })
    await expect(
      call('cases.destroy', { request, confirm: reference, reason: 'Over' }),
    ).rejects.toMatchObject({
      code: 'rule',
      message: ending.mayNot,
    })
  })

  test('is refused while a complaint about it is open, and while another reference is typed', async () => {
    const { request, reference, call, change } = await aFilledCase()
    await change({ sentOn: '2026-11-20' })
    const fields = { requestIds: [request] }
    const { id } = await call('records.create', { register: 'complaints', name: 'About the answer', fields })
    const destroy = (confirm = reference) => call('cases.destroy', { request, confirm, reason: 'Over' })
    await expect(destroy()).rejects.toThrow('A complaint about this request is open')
    await call('records.change', { register: 'complaints', id, changes: { closedOn: '2026-11-21' } })
    await expect(destroy('RR-9999')).rejects.toMatchObject({ code: 'invalid' })
    expect(await call('cases.overview', { request })).toMatchObject({ state: 'open' })
  })

  test('is refused while a task works on the case', async () => {
    const { request, reference, call, change, engine } = await aFilledCase()
    await change({ closedOn: '2026-11-21' })
    const task = 1_000_000
    engine.tasks.set(task, { cancelled: false, cases: new Set() })
    const today = PlainDate.parse('2026-11-22')
    await taskContext(
      engine,
      { id: task, procedure: 'cases.import' },
      { now: engine.now(), today, actor: 'test' },
    ).cases.get(request)
    const destroy = () => call('cases.destroy', { request, confirm: reference, reason: 'Over' })
    await expect(destroy()).rejects.toThrow('are being worked on')
    engine.tasks.delete(task)
    await destroy()
  })

  test('a request with documents cannot be removed, nor its making undone', async () => {
    const { request, call } = await aFilledCase()
    const removing = { register: 'requests' as const, target: { ids: [request] } }
    await expect(call('records.remove', removing)).rejects.toThrow('Destroy them first')
    await expect(call('records.unlinkAndRemove', { register: 'requests', id: request })).rejects.toThrow(
      'Destroy them first',
    )
    await expect(call('history.undo', {})).rejects.toThrow('Destroy them first')
  })

  test('leaves a certificate, no key and no file, and neither an undo nor an older backup takes it back', async () => {
    const { request, reference, call, change, cases, engine, path, folder, file, copy, clock } =
      await aFilledCase()
    await change({ sentOn: '2026-11-20', closedOn: '2026-11-21' })
    clock.now = '2026-11-22T13:00:00.000Z'
    const { path: backup } = await call('registerFile.backUp', {})
    const store = await cases().get(request)
    store.raw
      .prepare(
        `insert into packs (phase, made_at, made_by, plan, plan_sha256, fingerprint, released_at, released_by)
         values (1, '2026-11-20T09:00:00.000Z', 'test', '{}', '', 'ab12 cd34', '2026-11-20T10:00:00.000Z', 'test')`,
      )
      .run()
    const key = Buffer.from(cases().key(request)!.key!)
    const holdsKey = () => engine.session().raw.serialize().includes(key)
    expect(holdsKey()).toBe(true)
    clock.now = '2026-11-22T14:00:00.000Z'
    const { certificate } = await call('cases.destroy', {
      request,
      confirm: reference,
      reason: 'Kept long enough',
    })
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    const hashes = [LETTER.path, NOTE.path].map(sha).toSorted()
    expect(certificate).toMatchObject({
      reference,
      files: 2,
      pages: 3,
      documents: 2,
      bytes: LETTER.path.length + NOTE.path.length,
      filesSha256: sha(hashes.map((hash) => `${hash}\n`).join('')),
      packs: [{ phase: 1, fingerprint: 'ab12 cd34', releasedAt: '2026-11-20T10:00:00.000Z' }],
      reason: 'Kept long enough',
    })
    expect(certificate.mayHoldKey.map(({ name }) => name)).toContain(`backups/${basename(backup)}`)
    for (const gone of [file, `${file}-wal`, copy])
      await expect(stat(gone)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(holdsKey()).toBe(false)
    expect(cases().key(request)).toMatchObject({
      key: null,
      destroyedAt: clock.now,
    } satisfies Partial<CaseKey>)
    expect(await problems()).toEqual([])

    await expect(call('cases.sources', SOURCES(request))).rejects.toMatchObject({ code: 'not-found' })
    await expect(call('history.undo', {})).rejects.toMatchObject({ code: 'rule' })
    expect(await call('cases.overview', { request })).toMatchObject({ state: 'destroyed' })
    expect((await call('cases.ending', { request })).certificate).toEqual(certificate)

    const json = join(folder, 'certificate.json')
    await call('cases.writeCertificate', { request, to: json, format: 'json' })
    expect(JSON.parse(await readFile(json, 'utf8'))).toEqual(certificate)
    const pdf = join(folder, 'certificate.pdf')
    await call('cases.writeCertificate', { request, to: pdf, format: 'pdf' })
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-')

    await call('registerFile.restore', { path, backup: basename(backup), passphrase: PASSPHRASE })
    expect(cases().key(request)).toMatchObject({ key: null })
    expect(await call('cases.overview', { request })).toMatchObject({ state: 'destroyed' })
  })

  test('goes on after a crash between the key and the files', async () => {
    const { request, reference, call, change, path, file, copy } = await aFilledCase()
    await change({ closedOn: '2026-11-21' })
    await call('registerFile.backUp', {})
    const saved = await Promise.all([file, copy].map((one) => readFile(one)))
    await call('cases.destroy', { request, confirm: reference, reason: 'Over' })
    await lock()
    // What a program that was killed after the commit leaves behind.
    await writeFile(file, saved[0]!)
    await writeFile(`${file}-wal`, '')
    await writeFile(copy, saved[1]!)
    const session = await openAgain(path, await unwrapping)
    for (const gone of [file, `${file}-wal`, copy])
      await expect(stat(gone)).rejects.toMatchObject({ code: 'ENOENT' })
    expect((await session.verify(Instant.parse('2026-11-22T15:00:00.000Z'))).problems).toEqual([])
    await session.close()
    await unlock()
  })
})

describe('the board', () => {
  test('shows open requests for access with their pages left, their forecast and their last day', async () => {
    const { request, reference, cases, call, change, clock } = await aFilledCase()
    clock.now = '2026-11-23T09:00:00.000Z'
    const other = await aFilledCase()
    await other.change({ closedOn: '2026-11-20' })
    await call('records.create', {
      register: 'requests',
      name: 'To be forgotten',
      fields: { right: 'R-ERASE' },
    })
    await change({ stage: 'reviewing', owner: 'J. Okafor' })
    const store = await cases().get(request)
    await call('cases.flag', { request, pages: [1], flag: 'release', because: '', exemption: '' })
    await call('cases.flag', { request, pages: [2], flag: 'query', because: '', exemption: '' })
    const card = async () => (await call('cases.board', {})).filter((one) => one.request === request)
    expect(await card()).toMatchObject([
      {
        reference,
        stage: 'reviewing',
        owner: 'J. Okafor',
        dueOn: '2026-12-02',
        forecastOn: null,
        isLate: false,
      },
    ])
    const { bytes, ...counts } = (await card())[0]!.overview!
    expect(bytes).toBe(LETTER.path.length + NOTE.path.length)
    expect(counts).toMatchObject({
      sources: { read: 2, waiting: 0, partial: 0, 'not-read': 0 },
      pages: 3,
      documents: 2,
      flags: { release: 1, query: 1 },
    })
    // Two of three pages are left. Twenty pages in two hours and a half are eight an hour: done today.
    store.raw
      .prepare('insert into reading_times (day, by, pages, seconds) values (?, ?, 20, 9000)')
      .run('2026-11-22', 'x')
    expect(await card()).toMatchObject([
      { forecastOn: '2026-11-23', isLate: false, overview: { pagesPerHour: 8 } },
    ])
    clock.now = '2026-12-03T09:00:00.000Z'
    expect(await card()).toMatchObject([{ forecastOn: '2026-12-03', isLate: true }])
    const all = await call('cases.board', {})
    expect(all.map((one) => one.request)).not.toContain(other.request)
    expect(all.map(({ name }) => name)).not.toContain('To be forgotten')
  })

  test('counts the same texts that are to be decided as the list of them does', async () => {
    const { request, cases, call } = await aFilledCase()
    const { raw } = await cases().get(request)
    const open = async () => {
      const { duplicatesOpen } = await call('cases.overview', { request })
      const groups = await call('cases.duplicates', { request })
      expect(duplicatesOpen).toBe(groups.filter(({ kept }) => kept === null).length)
      return duplicatesOpen
    }
    expect(await open()).toBe(0)
    raw.prepare('update sources set text_sha256 = ?').run('the same')
    raw.prepare('update sources set same_text_as = 1 where id = 2').run()
    expect(await open()).toBe(1)
    await call('cases.decideDuplicates', { request, key: 'text:the same', kept: 1, because: '' })
    expect(await open()).toBe(0)
  })

  test('stands although the file of a case is damaged, and says so', async () => {
    const { request, call, file } = await aFilledCase()
    await lock()
    const whole = await readFile(file)
    await damage(file, 100)
    await unlock()
    expect(await call('cases.summary', { request })).toMatchObject({ overview: null, forecastOn: null })
    await writeFile(file, whole)
    expect(await call('cases.summary', { request })).toMatchObject({ overview: { pages: 3 } })
  })
})

const SOURCES = (request: string) => ({
  request,
  offset: 0,
  limit: 1,
  state: null,
  text: '',
  hidden: false,
})
