import { rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { bindVolumes } from '#engine/cases/pack/bind-volumes.ts'
import { makePlan } from '#engine/cases/pack/make-plan.ts'
import { readForPack } from '#engine/cases/pack/read-register.ts'
import { removalOf } from '#engine/cases/pack/removals.ts'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import type { FileToProve } from '#engine/cases/gate/file-to-prove.ts'
import { type Prover, startProver } from '#engine/cases/gate/prover.ts'
import { shutsGate } from '#engine/cases/gate/result-of.ts'
import { makeWorkbooks } from '#engine/cases/workbooks/make-workbooks.ts'
import type { GateFinding } from '#shared/cases/gate.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { TermSaid } from '#shared/cases/redaction-term.ts'
import type { Source } from '#shared/cases/source.ts'
import { AppError } from '#shared/errors.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { type Namer, startNames } from './redact-names.ts'
import { marksOf, notLookedThrough, type RedactedFile, withoutPages } from './redacted-file.ts'
import type { ThrowAwayCase } from './throw-away-case.ts'

/** What is to be done. */
export type ToRedact = {
  readonly files: readonly string[]
  readonly terms: readonly TermSaid[]
  readonly out: string
  /** Opens locked files; kept nowhere. */
  readonly password: string | null
}

/** A file of its own holds all its pages, however many. */
const NO_LIMITS = { pages: 1_000_000_000, bytes: 4_000_000_000 }
const REFERENCE = 'REDACTED'
/** Findings that are told of one file, and those that the proof tells of one. */
const MOST_FINDINGS = 100
const FINDINGS_TOLD = 1000

/**
 * Redacts loose files: brings them in with everything inside them, recognises the words of scans, marks what the terms
 * find, and makes each file anew without it. A file is put in its place only after it was read again in every way and
 * nothing was found. Nothing vanishes: every file, and each in it, is told once.
 */
export async function* redactFiles(made: ThrowAwayCase, asked: ToRedact): AsyncGenerator<RedactedFile> {
  await bringIn(made, asked)
  await markAll(made, asked.terms)
  const sources = await sourcesOf(made)
  const store = await made.store()
  const nameOf = startNames(asked.terms)
  if (sources.every(({ pages }) => pages === 0)) {
    for (const source of sources) yield withoutPages(source)
    return
  }
  const { pack, plan, planSha256 } = await freeze(made, store)
  const { actor: by, now } = made.engine
  const prover = startProver({ store, pack, plan, planSha256, by, at: now() })
  try {
    for (const source of sources)
      yield source.pages === 0
        ? withoutPages(source)
        : await redactOne({ store, pack, plan, prover, nameOf, out: asked.out }, source)
  } finally {
    prover.close()
  }
}

async function bringIn({ call, request }: ThrowAwayCase, { files, password }: ToRedact): Promise<void> {
  const paths = files.map((file) => resolve(file))
  await call('cases.import', { request, paths, search: null, password })
  await call('cases.recognise', { request })
}

async function markAll({ call, request }: ThrowAwayCase, terms: readonly TermSaid[]): Promise<void> {
  for (const said of terms) await call('cases.saveTerm', { request, term: null, said })
  await call('cases.applyTerms', { request, terms: null, state: 'accepted' })
}

const AT_ONCE = 1000

async function sourcesOf({ call, request }: ThrowAwayCase): Promise<Source[]> {
  const all: Source[] = []
  for (;;) {
    const page = { offset: all.length, limit: AT_ONCE, state: null, text: '', hidden: false }
    const { sources, total } = await call('cases.sources', { request, ...page })
    all.push(...sources)
    if (sources.length === 0 || all.length >= total)
      return all.toSorted((a, b) => a.family - b.family || a.id - b.id)
  }
}

/** Freezes every page with what is removed from it, as a pack does. */
async function freeze({ engine, request }: ThrowAwayCase, store: CaseStore) {
  store.raw.prepare(`update pages set flag = 'release'`).run()
  const at = engine.now()
  const from = await readForPack(engine.session().db as never, request, 'final', ukDayOf(at))
  const named = { ...from, request: { ...from.request, reference: REFERENCE } }
  return makePlan(store, named, {
    kind: 'final',
    order: 'came',
    limits: NO_LIMITS,
    accepted: [],
    at,
    by: engine.actor,
  })
}

type Making = {
  readonly store: CaseStore
  readonly pack: number
  readonly plan: PackPlan
  readonly prover: Prover
  readonly nameOf: Namer
  readonly out: string
}

async function redactOne(making: Making, source: Source): Promise<RedactedFile> {
  const { store, prover, out } = making
  const told = { file: source.path, marks: marksOf(store, source), pages: source.pages }
  try {
    const files = await filesOf(making, source)
    const findings: GateFinding[] = []
    for (const file of files) findings.push(...(await prover.prove(file)))
    // So many findings are cut off, and what shuts the gate may be among the rest.
    const green = findings.length < FINDINGS_TOLD && !findings.some(shutsGate)
    const gate = { green, findings: findings.slice(0, MOST_FINDINGS) }
    if (!green) return { ...told, outcome: 'shut', reason: SHUT, written: [], gate }
    for (const file of files) await putInPlace(join(out, file.name), file.bytes)
    return {
      ...told,
      outcome: 'redacted',
      reason: notLookedThrough(store, source),
      written: files.map(({ name }) => name),
      gate,
    }
  } catch (error) {
    // What goes wrong with one file must not keep the others from being told; it ends as a failure in any case.
    const reason =
      error instanceof AppError
        ? error.message
        : `Something went wrong in the program (${error instanceof Error ? error.name : 'unknown'}).`
    return { ...told, outcome: 'failed', reason, written: [], gate: null }
  }
}

const SHUT =
  'Something that should be gone was found when the file was read again. Nothing of it was written.'

/** The redacted PDF of a file, and its workbook of values where it is a spreadsheet. */
async function filesOf(
  { store, pack, plan, prover, nameOf }: Making,
  source: Source,
): Promise<FileToProve[]> {
  const own = new Set(pagesOf(store, source))
  const documents = plan.documents.filter(({ runs }) => runs.some(({ firstPage }) => own.has(firstPage)))
  const files: FileToProve[] = []
  const base = nameOf(source.name)
  const name = `${base}.pdf`
  const how = {
    lock: null,
    removalOf: (page: number) => removalOf(store, pack, page),
    check: ({ bytes, pages }: Pick<FileToProve, 'bytes' | 'pages'>) =>
      prover.unclean({ name, kind: 'pdf', bytes, pages }),
  }
  for await (const { bytes, pages, rebuilt } of bindVolumes(
    store,
    { ...plan, documents, firstNumber: 1 },
    how,
    nothing,
  )) {
    files.push({ name: files.length === 0 ? name : `${nameOf(source.name)}.pdf`, kind: 'pdf', bytes, pages })
    prover.rebuilt(rebuilt)
  }
  const made = files.reduce((sum, { pages }) => sum + pages.length, 0)
  if (made !== source.pages)
    throw new AppError('rule', `Of its ${source.pages} pages ${made} could be made anew.`)
  const workbooks = plan.workbooks.filter((workbook) => workbook.source === source.id)
  for await (const file of makeWorkbooks(store, { pack, plan: { ...plan, workbooks } }))
    files.push({ ...file, name: `${base}.xlsx` })
  return files
}

const nothing = () => Promise.resolve()

function pagesOf({ raw }: CaseStore, { id }: Source): number[] {
  return raw.prepare<[number], number>('select id from pages where source = ? order by id').pluck().all(id)
}

/** A file is there whole or not at all. */
async function putInPlace(path: string, bytes: Buffer): Promise<void> {
  const passing = `${path}.part`
  try {
    await writeFile(passing, bytes, { flag: 'wx', mode: 0o600 })
    await rename(passing, path)
  } catch (error) {
    await rm(passing, { force: true })
    throw error
  }
}
