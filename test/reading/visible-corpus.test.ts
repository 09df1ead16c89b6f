import { parse } from 'csv-parse/sync'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HiddenKind, Reading } from '#shared/reading/reading.ts'
import { type ReadInTree, readTree } from '#engine/reading/read-tree.ts'
import { type ReaderProcess, startReaderProcess } from '#engine/reading/reader-process.ts'
import { readerEntry } from '#engine/reading/reader-entry.ts'

const CORPUS = join(import.meta.dirname, '../../../shared/corpora/visible')
const isThere = existsSync(join(CORPUS, 'MANIFEST.tsv'))

type Line = { readonly file: string; readonly type: string; readonly password: string; readonly facts: Facts }
type Facts = Readonly<Record<string, unknown>>

function manifest(): readonly Line[] {
  const text = readFileSync(join(CORPUS, 'MANIFEST.tsv'), 'utf8')
  const rows = parse(text, { delimiter: '\t', columns: true, quote: null }) as Readonly<
    Record<string, string>
  >[]
  return rows.map(({ file = '', type = '', password = '', facts_json }) => ({
    file,
    type,
    password,
    facts: JSON.parse(facts_json || '{}') as Facts,
  }))
}

describe.skipIf(!isThere)('every file of the visible corpus (skipped where the corpora are absent)', () => {
  let reader: ReaderProcess
  beforeAll(() => void (reader = startReaderProcess({ entry: readerEntry() })))
  afterAll(() => reader.close())

  const lines = isThere ? manifest() : []

  test.each(lines)(
    '$file ends with an outcome that fits what other tools measured',
    { timeout: 60_000 },
    async (line) => {
      const bytes = readFileSync(join(CORPUS, line.file))
      const found: ReadInTree[] = []
      for await (const one of readTree(reader, { name: line.file.slice(6), bytes: [bytes] })) found.push(one)
      const [own] = found
      expect(own).toBeDefined()
      const { reading } = own!
      if (reading.outcome !== 'read') {
        expect(reading.reason).toMatch(/\S.{10}/u)
        if (reading.outcome === 'not-read') expect(reading.wayOut).toMatch(/\S.{10}/u)
      }
      holdsAgainst(reading, line)
    },
  )
})

/** What independent tools measured of a file, held against what was found. */
function holdsAgainst(reading: Reading, { facts }: Line): void {
  const kinds = new Set(reading.hidden.map(({ kind }) => kind))
  const countOf = (kind: HiddenKind) => reading.hidden.find((hidden) => hidden.kind === kind)?.count ?? 0
  const isOpen = reading.outcome !== 'not-read'
  if (
    facts['qpdf_requires_password'] === 'yes' ||
    facts['encrypted_package'] === true ||
    facts['odf_encrypted'] === true
  ) {
    if (isOpen) expect(reading.attachments, 'opened with the well-known password').toBe(1)
    else expect(reading.reason).toMatch(/password/u)
    return
  }
  if (!isOpen) return
  const is = (name: string) =>
    facts[name] === true || (typeof facts[name] === 'number' && (facts[name] as number) > 0)
  if (typeof facts['qpdf_pages'] === 'number') expect(reading.pages).toBe(facts['qpdf_pages'])
  if (typeof facts['slides'] === 'number') expect(reading.pages).toBe(facts['slides'])
  if (typeof facts['tiff_pages'] === 'number') expect(reading.pages).toBe(facts['tiff_pages'])
  if (Array.isArray(facts['sheets'])) expect(reading.pages).toBe(facts['sheets'].length)
  if (is('attachments')) expect(reading.attachments).toBe(facts['attachments'])
  if (is('messages')) expect(reading.attachments).toBe(facts['messages'])
  if (is('msg_attachments')) expect(reading.attachments).toBe(facts['msg_attachments'])
  if (Array.isArray(facts['named_parts']))
    expect(reading.attachments).toBeGreaterThanOrEqual(facts['named_parts'].length)
  if (facts['JavaScript'] === 'yes') expect(kinds).toContain('scripts')
  if (is('comments') || is('slide_comments'))
    expect(countOf('comments')).toBeGreaterThanOrEqual(Number(facts['comments'] ?? facts['slide_comments']))
  if (is('del')) expect(kinds).toContain('trackedChanges')
  if (is('hidden_sheets')) expect(countOf('hiddenSheet')).toBe(facts['hidden_sheets'])
  if (is('hidden_rows_cols')) expect(kinds).toContain('hiddenRows')
  if (is('pivot_cache')) expect(kinds).toContain('pivotCache')
  if (is('external_links') || Array.isArray(facts['external_targets']))
    expect(kinds).toContain('externalLinks')
  if (is('thumbnail')) expect(kinds).toContain('thumbnail')
  if (is('macros')) expect(kinds).toContain('macros')
  if (is('embedded')) expect(countOf('embedded')).toBe(facts['embedded'])
  if (is('notes')) expect(countOf('notes')).toBe(facts['notes'])
  if (facts['GPSLatitude'] !== undefined) expect(kinds).toContain('position')
  if (typeof facts['events'] === 'number') expect(reading.texts.length).toBe(facts['events'])
  if (typeof facts['contacts'] === 'number') expect(reading.texts.length).toBe(facts['contacts'])
  if (typeof facts['text_chars'] === 'number' && facts['text_chars'] > 40) {
    const letters = reading.texts.map(({ text }) => text.replaceAll(/\s+/gu, '')).join('').length
    expect(letters).toBeGreaterThan(facts['text_chars'] * 0.6)
  }
}
