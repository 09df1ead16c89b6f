import type { CaseStore } from '#engine/cases/open-cases.ts'
import type { Box, MarkShape } from '#shared/cases/mark.ts'
import { PackPlan } from '#shared/cases/pack-plan.ts'
import type { PageFlag } from '#shared/cases/page.ts'
import type { RemovedArea } from '#shared/cases/removal.ts'
import { anAccessRequest, fillCase, type MadeFile } from './a-case.ts'
import type { startTestEngine } from './engine.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

/** A letter of three pages. */
export const LETTER: MadeFile = { path: 'letter.pdf', pages: ['one', 'two', 'three'] }
/** A report of four. */
export const REPORT: MadeFile = { path: 'report.pdf', pages: ['four', 'five', 'six', 'seven'] }

/** A case of some files: its pages are numbered from 1 in their order. */
export async function aCheckedCase({ call, engine }: TestEngine, ...files: MadeFile[]) {
  const request = await anAccessRequest(call)
  const store = await fillCase(engine.session().cases, request, files)
  const flag = (
    pages: number[],
    value: PageFlag | null,
    more: { because?: string; exemption?: string } = {},
  ) => call('cases.flag', { request, pages, flag: value, because: '', exemption: '', ...more })
  const begin = (checker = 'Bea Ng', kind: 'sample' | 'full' = 'full', share = 100) =>
    call('cases.beginCheck', { request, kind, share, checker })
  const agree = (page: number) => call('cases.checkPage', { request, page, verdict: 'agree', note: '' })
  const giveBack = (page: number, note: string) =>
    call('cases.checkPage', { request, page, verdict: 'return', note })
  const signOff = (reviewer = 'Joan Lee') => call('cases.signOff', { request, reviewer })
  const state = () => call('cases.secondCheck', { request })
  const pages = (show: 'all' | 'open' | 'returned' = 'all') => call('cases.checkedPages', { request, show })
  const shown = async (page: number) => (await call('cases.page', { request, page })).page
  const undo = () => call('cases.undo', { request })
  const redo = () => call('cases.redo', { request })
  return {
    call,
    engine,
    request,
    store,
    flag,
    begin,
    agree,
    giveBack,
    signOff,
    state,
    pages,
    shown,
    undo,
    redo,
  }
}

/** The box that marks are made with here. */
export const BOX: Box = { left: 10, top: 10, right: 100, bottom: 24 }

/** Puts a mark on a page as it is kept; returns its number. */
export function mark(
  store: CaseStore,
  page: number,
  shape: MarkShape = { kind: 'page' },
  label = 'Person A',
): number {
  const { lastInsertRowid } = store.raw
    .prepare(
      `insert into marks (page, shape, target, origin, state, exemption, answers, reason, label, person, term, made_at,
         made_by)
       values (?, ?, '{"kind":"plain"}', 'hand', 'accepted', 'TP-16', '{}', 'About another child', ?, null, null,
         '2026-11-22T09:00:00.000Z', 'jlee')`,
    )
    .run(page, JSON.stringify(shape), label)
  return Number(lastInsertRowid)
}

/** Hands pages over as a released pack keeps it: the first `pages` of the case, and what was removed from which. */
export function handOver(
  { raw }: CaseStore,
  pages: number,
  areas: Readonly<Record<number, readonly Box[]>> = {},
): void {
  const letter = {
    subject: '',
    dated: '2026-11-22',
    reference: '',
    from: [],
    to: [],
    greeting: [],
    paragraphs: [],
    signature: [],
    basis: '',
    checks: [],
  }
  const run = { paper: 'a', firstPage: 1, from: 1, pages, bytes: 1 }
  // Whatever else stands in a plan is a list.
  const lists = Object.fromEntries(Object.keys(PackPlan.shape).map((field) => [field, []]))
  const plan = {
    ...lists,
    version: 1,
    reference: 'RR-0001',
    phase: 1,
    kind: 'partial',
    order: 'came',
    madeAt: '2026-11-22T09:00:00.000Z',
    madeBy: 'test',
    seed: '0'.repeat(64),
    limits: { pages: 500, bytes: 1000 },
    firstNumber: 1,
    documents: [{ document: 1, title: 'a', type: 'other', dated: null, author: '', runs: [run] }],
    removals: { pages: 0, marks: 0, sha256: '' },
    letter,
    article15: letter,
  }
  raw
    .prepare(
      `insert into packs (id, phase, made_at, made_by, plan, plan_sha256, released_at, released_by)
       values (1, 1, '2026-11-22T09:00:00.000Z', 'test', ?, '', '2026-11-22T10:00:00.000Z', 'test')`,
    )
    .run(JSON.stringify(PackPlan.parse(plan)))
  const add = raw.prepare(`insert into pack_pages (pack, page, making, areas) values (1, ?, 'objects', ?)`)
  for (const [page, boxes] of Object.entries(areas)) {
    const area: RemovedArea = {
      mark: 1,
      boxes: [...boxes],
      words: '',
      label: 'Person A',
      spoken: 'redacted: Person A',
      exemption: 'TP-16',
      reason: 'About another child',
      person: null,
    }
    add.run(Number(page), JSON.stringify([area]))
  }
}
