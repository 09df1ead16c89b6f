import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RedactedFile } from '../../electron/cli/redacted-file.ts'
import { compileForms, findForms, prepare } from '#shared/cases/needles/find-form.ts'
import { lettersOf } from '#shared/cases/needles/fold.ts'
import { readTree } from '#engine/reading/read-tree.ts'
import { startReaderProcess } from '#engine/reading/reader-process.ts'
import { readerEntry } from '#engine/reading/reader-entry.ts'
import { dpo } from '#test/support/dpo.ts'
import { PDF_TOOLS, WORKBOOK_TOOLS } from '#test/support/removed-tools.ts'
import { CORPORA } from './reading-tests.ts'

const FILES = join(CORPORA, 'visible/files')
const MANIFEST = join(CORPORA, 'visible/MANIFEST.tsv')
const isThere = existsSync(MANIFEST)

/** The whole proof takes many minutes: `REDACT_TERMS=500 REDACT_FILES=all`. */
const TERMS = Number(process.env['REDACT_TERMS'] ?? 12)
const WHICH = process.env['REDACT_FILES'] ?? 'sample'
const SEED = Number(process.env['REDACT_SEED'] ?? 1)
/** One of each of the kinds that hold most. */
const SAMPLE = ['tika__testPDF.pdf', 'poi__delins.docx']
const LETTERS = 5
/** A word of more files is an everyday one. */
const MOST_FILES = 3
const FALSE_ALARMS = 0.1
const LIMIT = 3_600_000

describe.skipIf(!isThere)('terms removed from the corpora (skipped where they are absent)', () => {
  const files = isThere ? filesToRedact() : []
  let folder = ''
  let terms: readonly string[] = []
  let told: readonly RedactedFile[] = []
  let errors = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dpo-corpora-'))
    terms = await termsFrom(files)
    await writeFile(join(folder, 'terms.txt'), terms.join('\n'))
    const said = await dpo(
      [
        'redact',
        ...files,
        '--terms',
        join(folder, 'terms.txt'),
        '--out',
        join(folder, 'out'),
        '--format',
        'json',
      ],
      {},
    )
    errors = said.errors
    told = said.output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as RedactedFile)
    if (WHICH !== 'sample') await report(told, terms)
  }, LIMIT)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('every file is told, and everything that was made was proved', () => {
    expect(told.length, errors).toBeGreaterThanOrEqual(files.length)
    for (const { outcome, reason, gate, written, file } of told) {
      if (outcome === 'redacted') expect(gate, file).toMatchObject({ green: true })
      else expect([written, reason.length > 10], file).toEqual([[], true])
    }
    expect(told.reduce((sum, { marks }) => sum + marks, 0)).toBeGreaterThan(0)
    expect(told.filter(({ outcome }) => outcome === 'redacted').length).toBeGreaterThan(0)
  })

  // A word of a font’s licence or of a profile of colour shuts the gate too: false alarms, which the report names.
  test('the gate is shut for few of the files at most', () => {
    const shut = told.filter(({ outcome }) => outcome === 'shut' || outcome === 'failed')
    const all = told.filter(({ pages }) => pages > 0)
    const most = WHICH === 'sample' ? 0 : all.length * FALSE_ALARMS
    expect(
      shut.length,
      JSON.stringify(shut.map(({ file, gate, reason }) => [file, reason, gate?.findings[0]])),
    ).toBeLessThanOrEqual(most)
  })

  test('no term is in any result, by whatever it is read', { timeout: LIMIT }, async () => {
    const compiled = compileForms(terms.map((text) => ({ text, kind: 'alias' as const })))
    const hits: string[] = []
    for (const name of told.flatMap(({ written }) => written)) {
      for (const { tool, look } of name.endsWith('.pdf') ? PDF_TOOLS : WORKBOOK_TOOLS) {
        const text = await look(join(folder, 'out', name))
        if (text === null) continue
        for (const { form, start } of findForms(prepare(text), compiled))
          hits.push(
            `${name}: ${tool} sees “${terms[form]}” in “${text.slice(Math.max(0, start - 30), start + 40)}”`,
          )
      }
    }
    expect(hits).toEqual([])
  })
})

function filesToRedact(): string[] {
  const all = readdirSync(FILES)
  const hazards = readFileSync(MANIFEST, 'utf8')
    .split('\n')
    .filter((line) => line.includes('HAZARD'))
    .map((line) => line.split('\t')[0]?.replace('files/', '') ?? '')
  const wanted =
    WHICH === 'all' ? all : WHICH === 'hazards' ? hazards : all.filter((name) => SAMPLE.includes(name))
  return wanted.map((name) => join(FILES, name))
}

/** Words that are found in few of the files, from every file in turn, the same for the same seed. */
async function termsFrom(files: readonly string[]): Promise<string[]> {
  const reader = startReaderProcess({ entry: readerEntry() })
  const random = seeded(SEED)
  const all: Map<string, string>[] = []
  try {
    for (const file of files) {
      const words = new Map<string, string>()
      const opened = { name: file.split('/').at(-1)!, bytes: [await readFile(file)] }
      for await (const { reading } of readTree(reader, opened))
        for (const { text } of reading.texts)
          for (const word of wordsOf(text)) words.set(lettersOf(word), word)
      all.push(words)
    }
  } finally {
    await reader.close()
  }
  const isRare = (letters: string) => all.filter((words) => words.has(letters)).length <= MOST_FILES
  const perFile = all.map((words) => shuffled([...words], random).filter(([letters]) => isRare(letters)))
  const chosen = new Map<string, string>()
  for (let round = 0; chosen.size < TERMS && perFile.some((words) => words.length > round); round++)
    for (const words of perFile) {
      const [letters, word] = words[round] ?? []
      if (letters !== undefined && word !== undefined && chosen.size < TERMS) chosen.set(letters, word)
    }
  return [...chosen.values()]
}

/**
 * Words that stand in what files are made of: the grammar of PDF, character maps, licences inside fonts, profiles of
 * colour, parts of workbooks, and what tools print of every file. Nobody could remove them.
 */
const OF_THE_FILES = new Set(
  [
    'redacted removed disclosed volume law allows requires information about another page pages document documents object',
    'objects length filter flatedecode stream endstream endobj parent resources mediabox cropbox contents count kids catalog',
    'outlines title first last dests names metadata subtype image width height colorspace devicergb devicegray font fonts',
    'basefont encoding descriptor fontfile fontname flags ascent descent italicangle capheight widths courier helvetica',
    'times roman arial dejavu liberation symbol normal bold italic oblique regular sans serif mono unicode identity adobe',
    'ordering registry supplement cidfont fontbbox stemv missingwidth winansiencoding macroman standard latin structure',
    'struct elements attributes linearized producer creator application version qpdf original object pdfium group transparency',
    'workbook worksheet worksheets sheet sheets relationships relationship content types override default extension xmlns',
    'shared strings styles theme office openxmlformats schemas microsoft package officedocument spreadsheetml target type',
    'comment encoding false true value empty table column columns general cellxfs border borders alignment horizontal vertical',
    'file files system created modified permissions directory binary linear stream space color colour exiftool bytes data date',
    'begin endcmap begincmap mapping codespace range under bullet three seven eight percent hyphen period comma slash quote',
    'rights reserved copyright copyrighted liability software license licence licensed warranty warranties particular purpose',
    'available included disclaimed trademark trademarks corporation digitized downloaded download details description format',
    'class classes email subject keywords author comments embedded attachment layout logic review contact section sharedstrings',
    'express including shall considered currency states multiple which screen european known index verdana viewing source action',
    'arising standalone sheetdata bottom diagonal including without implied damages distribute permitted agreement embedding',
    'excel markup compatibility microsoft markupcompatibility contenttype person should based developed obtained specific modify',
    'other order after before black white light right style theme cells array annots rotate border print level names print',
  ]
    .join(' ')
    .split(' '),
)

function wordsOf(text: string): string[] {
  return (text.match(/\p{L}[\p{L}'’-]+\p{L}/gu) ?? []).filter((word) => {
    const letters = lettersOf(word)
    return letters.length >= LETTERS && letters.length <= 40 && !OF_THE_FILES.has(letters)
  })
}

function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] =>
  items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)

/** What the whole proof found, to be read afterwards. */
async function report(told: readonly RedactedFile[], terms: readonly string[]): Promise<void> {
  const to = process.env['REDACT_REPORT']
  if (!to) return
  await mkdir(to, { recursive: true })
  await writeFile(join(to, 'told.json'), JSON.stringify(told, null, 1))
  await writeFile(join(to, 'terms.txt'), terms.join('\n'))
}
