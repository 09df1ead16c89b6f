import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Source } from '#shared/cases/source.ts'
import { LIMITS } from '#shared/reading/reading.ts'
import { anAccessRequest } from '#test/support/a-case.ts'
import { startTestEngine } from '#test/support/engine.ts'
import { CORPORA } from './reading-tests.ts'

const FOLDERS = [join(CORPORA, 'visible/files'), join(CORPORA, 'archives/hostile')]
const isThere = FOLDERS.every((folder) => existsSync(folder))

describe.skipIf(!isThere)('the corpora brought into one case (skipped where they are absent)', () => {
  let engine: Awaited<ReturnType<typeof startTestEngine>>
  let request = ''
  let sources: readonly Source[] = []
  let longest = { path: '', ms: 0 }
  let counts = { waiting: -1 }

  beforeAll(async () => {
    engine = await startTestEngine()
    request = await anAccessRequest(engine.call)
    const stop = engine.engine.subscribe(timer((path, ms) => ms > longest.ms && (longest = { path, ms })))
    const done = await engine.call('cases.import', { request, paths: FOLDERS, search: null, password: null })
    stop()
    counts = done.counts
    sources = await everySource()
  }, 240_000)
  afterAll(() => engine?.[Symbol.asyncDispose]())

  async function everySource(): Promise<readonly Source[]> {
    const wanted = { request, state: null, text: '', hidden: false, limit: 1000 }
    const all: Source[] = []
    for (;;) {
      const { sources: some } = await engine.call('cases.sources', { ...wanted, offset: all.length })
      all.push(...some)
      if (some.length === 0) return all
    }
  }

  const byId = () => new Map(sources.map((source) => [source.id, source]))

  test('every file is there once, as it was, and ends with an outcome', () => {
    const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    const own = sources.filter(({ parent }) => parent === null)
    expect(own.map(({ sha256 }) => sha256).toSorted()).toEqual(files.map(hashOfFile).toSorted())
    expect(counts.waiting).toBe(0)
    for (const { path, state, reason, wayOut, type } of sources) {
      expect(['read', 'partial', 'not-read'], path).toContain(state)
      if (state !== 'read') expect(reason, path).toMatch(/\S.{10}/u)
      if (state === 'not-read') expect(wayOut, path).toMatch(/\S.{10}/u)
      if (state === 'read') expect(type, path).not.toBe('')
      expect(path).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
  })

  test('every file that was taken out of another stands with it', () => {
    const known = byId()
    const inside = Map.groupBy(
      sources.filter(({ parent }) => parent !== null),
      ({ parent }) => parent!,
    )
    for (const [parent, parts] of inside) {
      const { path, family, attachments } = known.get(parent)!
      expect(parts.length, path).toBeLessThanOrEqual(attachments)
      for (const part of parts) {
        expect(part.family).toBe(family)
        expect(part.path.startsWith(`${path}/`)).toBe(true)
      }
    }
    expect(inside.size).toBeGreaterThan(30)
  })

  test('what is there twice points to the one that was read, and has no pages of its own', () => {
    const known = byId()
    const copies = sources.filter(({ sameBytesAs }) => sameBytesAs !== null)
    expect(copies.length).toBeGreaterThan(3)
    for (const { path, sameBytesAs, sha256, pages, state } of copies) {
      expect(known.get(sameBytesAs!), path).toMatchObject({ sha256, state, sameBytesAs: null })
      expect(pages).toBe(0)
    }
  })

  test('the pages in the case are those that its files have', async () => {
    const overview = await engine.call('cases.overview', { request })
    expect(overview.pages).toBe(sources.reduce((sum, { pages }) => sum + pages, 0))
    expect(overview.pages).toBeGreaterThan(200)
    const words = await engine.call('cases.find', { request, text: 'the', limit: 5 })
    expect(words.total).toBeGreaterThan(20)
  })

  test('no file takes longer than it may, and nothing is written outside the register', () => {
    // A second for starting a new process after one that had to be ended, and ten for a busy machine.
    expect(longest.ms, longest.path).toBeLessThan(LIMITS.time + 11_000)
    expect(readdirSync(engine.folder).filter((name) => name !== 'home')).toEqual(['Test.dpo'])
    expect(existsSync('/tmp/pwned-abs.txt') || existsSync('/tmp/pwned-dotdot.txt')).toBe(false)
  })
})

const hashOfFile = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** Tells how long each file was being read, from what progress says. */
function timer(say: (path: string, ms: number) => void) {
  let path = ''
  let since = performance.now()
  return (push: { readonly event: string; readonly doing?: string }) => {
    if (push.event !== 'progress') return
    const now = push.doing?.replace(/ \([\d,]+ of .*$/u, '') ?? ''
    if (now === path) return
    say(path, performance.now() - since)
    path = now
    since = performance.now()
  }
}
