import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import {
  type Accepted,
  type PackKind,
  PackPlan,
  type PlanDocument,
  type PlanLeftOut,
  type PlanRun,
  type PlanWorkbook,
  VOLUME_LIMITS,
} from '#shared/cases/pack-plan.ts'
import type { PageRemoval } from '#shared/cases/removal.ts'
import type { Instant } from '#shared/time/instant.ts'
import { sha256 } from '../../revisions/chain.ts'
import { canonical } from '../../tables/json.ts'
import type { CaseStore } from '../open-cases.ts'
import { whichCanGo } from '../workbooks/make-workbooks.ts'
import { sheetPages } from '../workbooks/pages-of-sheets.ts'
import { pagesGoing, planWorkbooks, workbookFile } from '../workbooks/plan-workbooks.ts'
import { freezeRemovals, type ToFreeze } from './freeze-removals.ts'
import { namer } from './people-of-case.ts'
import type { FromRegister } from './read-register.ts'
import { removalFrom } from './removals.ts'
import { startNeutralTitles } from './neutral-titles.ts'
import { releasedPages } from './released-pages.ts'

/** How the next pack is to be. */
export type PlanAsked = {
  readonly kind: PackKind
  readonly order: 'came' | 'dated'
  readonly limits?: { readonly pages: number; readonly bytes: number } | undefined
  readonly accepted: readonly Accepted[]
  readonly at: Instant
  readonly by: string
}

/** Freezes what the next pack is made from, with what is removed from each page, and keeps it; gives its number and hash. */
export async function makePlan(store: CaseStore, from: FromRegister, asked: PlanAsked) {
  const { phases, lastNumber } = releasedPages(store)
  const { kind, order, limits = VOLUME_LIMITS, accepted, at, by } = asked
  const { raw } = store
  const named = namer(store)
  const documents = planDocuments(store, order).map((document) => ({
    ...document,
    title: named(document.title),
    author: named(document.author),
  }))
  const unsaid = from.request.exemptionsUnsaid
  const toFreeze = { documents, firstNumber: lastNumber + 1, unsaid }
  const workbooks = await workbooksToGo(store, toFreeze)
  return raw.transaction(() => {
    const pack = Number(
      raw
        .prepare(`insert into packs (phase, made_at, made_by, plan, plan_sha256) values (?, ?, ?, '', '')`)
        .run(phases + 1, at, by).lastInsertRowid,
    )
    const keep = raw.prepare('insert into pack_pages (pack, page, making, areas) values (?, ?, ?, ?)')
    const neutral = startNeutralTitles(documents)
    const frozen = freezeRemovals(store, toFreeze, ({ page, making, areas }, removed) => {
      keep.run(pack, page, making, areas)
      neutral.take(page, removed)
    })
    const titled = neutral.titles()
    const plan: z.output<typeof PackPlan> = PackPlan.parse({
      version: 1,
      reference: from.request.reference,
      phase: phases + 1,
      kind,
      order,
      madeAt: at,
      madeBy: by,
      seed: randomBytes(32).toString('hex'),
      limits,
      firstNumber: lastNumber + 1,
      documents: titled,
      leftOut: leftOut(store, unsaid),
      ...frozen,
      workbooks: workbooks.map((workbook) => ({ ...workbook, title: titleOf(titled, workbook) })),
      letter: from.letter,
      article15: from.article15,
      search: from.statement,
      accepted,
    })
    const text = canonical(plan)
    const planSha256 = sha256(text)
    raw.prepare('update packs set plan = ?, plan_sha256 = ? where id = ?').run(text, planSha256, pack)
    return { pack, planSha256, plan }
  })()
}

/** The spreadsheets that go along as workbooks, looked at with what is to be removed from their pages. */
async function workbooksToGo(store: CaseStore, toFreeze: ToFreeze): Promise<PlanWorkbook[]> {
  const able = planWorkbooks(store, toFreeze.documents)
  if (able.length === 0) return []
  const removals = new Map<number, PageRemoval>()
  const pages = new Set(able.flatMap(({ source }) => sheetPages(store, source).map(({ id }) => id)))
  freezeRemovals(
    store,
    { ...toFreeze, isOf: (page) => pages.has(page) },
    (row) => void removals.set(row.page, removalFrom(row)),
  )
  const going = pagesGoing(toFreeze.documents)
  const can = await whichCanGo(store, able, {
    isGoing: (page) => going.has(page),
    removal: (page) => removals.get(page) ?? null,
  })
  return can.map((workbook, index) => ({ ...workbook, file: workbookFile(index + 1) }))
}

const titleOf = (documents: readonly PlanDocument[], { document }: Pick<PlanWorkbook, 'document'>) =>
  documents.find((one) => one.document === document)?.title ?? ''

type Row = {
  readonly page: number
  readonly number: number
  readonly document: number
  readonly paper: string
  readonly paper_bytes: number
  readonly paper_pages: number
  readonly title: string
  readonly type: PlanDocument['type']
  readonly dated: string | null
  readonly author: string
}

/** The documents with pages to be released that were not before, in their order, as runs of pages. */
export function planDocuments({ raw }: CaseStore, order: 'came' | 'dated'): PlanDocument[] {
  const by =
    order === 'came'
      ? 'documents.first_page'
      : `documents.dated is null, documents.dated, documents.first_page`
  const rows = raw
    .prepare<[], Row>(
      `select pages.id as page, pages.number, pages.document, sources.paper, blobs.bytes as paper_bytes,
         sources.pages as paper_pages, documents.title, documents.type, documents.dated, documents.author
       from pages join documents on documents.id = pages.document join sources on sources.id = pages.source
         join blobs on blobs.sha256 = sources.paper
       where pages.flag = 'release' and pages.id not in (select page from temp.released_pages)
       order by ${by}, pages.id`,
    )
    .iterate()
  const documents: PlanDocument[] = []
  for (const row of rows) {
    let document = documents.at(-1)
    if (document?.document !== row.document) {
      const { title, type, dated, author } = row
      document = {
        document: row.document,
        title,
        type,
        dated: dated as PlanDocument['dated'],
        author,
        runs: [],
      }
      documents.push(document)
    }
    addTo(document.runs, row)
  }
  return documents
}

function addTo(runs: PlanRun[], { page, number, paper, paper_bytes, paper_pages }: Row): void {
  const share = Math.ceil(paper_bytes / Math.max(1, paper_pages))
  const last = runs.at(-1)
  if (
    last &&
    last.paper === paper &&
    last.from + last.pages === number &&
    last.firstPage + last.pages === page
  ) {
    last.pages += 1
    last.bytes += share
  } else runs.push({ paper, firstPage: page, from: number, pages: 1, bytes: share })
}

/** What is left out, counted; where naming an exemption would defeat it, its pages are not counted either. */
function leftOut({ raw }: CaseStore, unsaid: readonly string[]): PlanLeftOut[] {
  return raw
    .prepare<[], PlanLeftOut>(
      `select pages.flag, pages.exemption, documents.type, count(distinct documents.id) as documents, count(*) as pages
       from pages join documents on documents.id = pages.document
       where pages.flag in ('withhold', 'outOfScope', 'duplicate')
       group by pages.flag, pages.exemption, documents.type order by pages.flag desc, pages.exemption, documents.type`,
    )
    .all()
    .filter(({ exemption }) => exemption === '' || !unsaid.includes(exemption))
}
