import { createHash } from 'node:crypto'
import type { FileToProve } from '#engine/cases/gate/file-to-prove.ts'
import { type Prover, type ProverAsked, startProver } from '#engine/cases/gate/prover.ts'
import type { CaseStore } from '#engine/cases/open-cases.ts'
import { keptFacts, NO_FACTS } from '#engine/cases/people/person-rows.ts'
import { startRemovalsHash } from '#engine/cases/pack/removals.ts'
import { canonical } from '#engine/tables/json.ts'
import type { Box } from '#shared/cases/mark.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { PageRemoval, RemovedArea } from '#shared/cases/removal.ts'
import { Instant } from '#shared/time/instant.ts'
import { rawPage, type RawPage } from './raw-pdf.ts'

/** A page as it was, and as it goes out: what stands where "Jane Smith" stood is a black box with its label. */
export type MadeRedaction = {
  /** In the place of the removed words, where they were not removed. */
  readonly kept?: string
  /** What covers them; null for nothing. */
  readonly box?: string | null
  readonly label?: string
  readonly before?: string
  readonly after?: string
  readonly more?: Partial<Omit<RawPage, 'draws'>>
}

/** Where the removed words stand on the page, in points from its top left. */
export const SECRET: Box = { left: 108.5, top: 131.5, right: 172, bottom: 146 }
/** The box that covers it, as it is drawn. */
export const BOX = '0 0 0 rg 108.5 696 63.5 14.5 re f'

const text = (left: number, top: number, words: string) =>
  `BT /F1 12 Tf 0 0 0 rg 1 0 0 1 ${left} ${842 - top} Tm (${words}) Tj ET`

const HEAD = text(60, 100, 'Visit to the family on Monday afternoon')
const AROUND = [text(60, 142, 'Present:'), text(178, 142, 'and her mother, at home after school.')].join('\n')
const TAIL = text(60, 170, 'The school nurse was told. The next visit is planned.')
const STAMP =
  '1 1 1 rg 440 12 140 16 re f BT /F1 9 Tf 0 0 0 rg 1 0 0 1 444 17 Tm (RR-0001/0001 volume 1) Tj ET'

/** The page as it was. */
export const anOriginal = (): Buffer =>
  rawPage({ draws: [HEAD, AROUND, text(110, 142, 'Jane Smith'), TAIL].join('\n') })

/** The page as it goes out, or as it would with a fault. */
export function aRedacted({
  kept,
  box = BOX,
  label = 'Person A',
  before = '',
  after = '',
  more,
}: MadeRedaction = {}): Buffer {
  const draws = [
    before,
    HEAD,
    AROUND,
    ...(kept ? [text(110, 142, kept)] : []),
    TAIL,
    box ?? '',
    box && label ? `BT /F1 9 Tf 1 1 1 rg 1 0 0 1 116 699.5 Tm (${label}) Tj ET` : '',
    after,
    STAMP,
  ]
  return rawPage({ draws: draws.join('\n'), ...more })
}

/** What is removed from the page. */
export const anArea = (more: Partial<RemovedArea> = {}): RemovedArea => ({
  mark: 1,
  boxes: [SECRET],
  words: 'Jane Smith',
  label: 'Person A',
  spoken: 'redacted: Person A',
  exemption: 'TP-16',
  reason: 'About somebody else',
  person: 1,
  ...more,
})

/** A volume of one page, made of the first page of the case. */
export const aVolume = (
  bytes: Buffer,
  areas: readonly RemovedArea[] = [anArea()],
  name = 'data/volumes/volume-01.pdf',
): FileToProve => ({
  name,
  kind: 'pdf',
  bytes,
  pages: [{ page: 1, casePage: 1, removal: removalWith(areas) }],
})

const removalWith = (areas: readonly RemovedArea[]): PageRemoval | null =>
  areas.length === 0 ? null : { page: 1, making: 'objects', areas: [...areas] }

/** Freezes a pack of the pages of a case with what is removed from them, as a plan that names no more than they need. */
export function aPlan(
  { raw }: CaseStore,
  pages: number,
  removals: readonly PageRemoval[],
): Omit<ProverAsked, 'store'> {
  const hash = startRemovalsHash()
  const rows = removals.map(({ page, making, areas }) => ({ page, making, areas: canonical(areas) }))
  for (const row of rows) hash.add(row)
  const plan = {
    reference: 'RR-0001',
    documents: [
      { document: 1, title: 'A file', runs: [{ paper: '', firstPage: 1, from: 1, pages, bytes: 1 }] },
    ],
    removals: {
      pages: rows.length,
      marks: removals.flatMap(({ areas }) => areas).length,
      sha256: hash.digest(),
    },
  } as unknown as PackPlan
  const kept = canonical(plan)
  const planSha256 = createHash('sha256').update(kept).digest('hex')
  const { lastInsertRowid } = raw
    .prepare('insert into packs (phase, made_at, made_by, plan, plan_sha256) values (1, ?, ?, ?, ?)')
    .run('2026-11-22T09:00:00.000Z', 'Maker', kept, planSha256)
  const pack = Number(lastInsertRowid)
  const add = raw.prepare('insert into pack_pages (pack, page, making, areas) values (?, ?, ?, ?)')
  for (const { page, making, areas } of rows) add.run(pack, page, making, areas)
  return { pack, plan, planSha256, by: 'Somebody', at: Instant.parse('2026-11-22T09:00:00.000Z') }
}

/** Puts somebody on the list of a case, with the ways in which they are named. */
export function aPerson(
  { raw }: CaseStore,
  {
    name,
    decision,
    forms = [],
    facts = {},
  }: {
    readonly name: string
    readonly decision: 'withhold' | 'disclose' | null
    readonly forms?: readonly (readonly [kind: string, text: string])[]
    readonly facts?: object
  },
): number {
  const count = raw.prepare<[], number>('select count(*) from people').pluck().get()!
  const { lastInsertRowid } = raw
    .prepare(
      `insert into people (letter, name, facts, decision, exemption, because, decided_at, decided_by)
       values (?, ?, ?, ?, '', '', null, 'Decider')`,
    )
    .run(String.fromCodePoint(65 + count), name, keptFacts({ ...NO_FACTS, ...facts }), decision)
  const person = Number(lastInsertRowid)
  const add = raw.prepare(`insert into person_forms (person, text, kind, because) values (?, ?, ?, '')`)
  for (const [kind, text_] of forms) add.run(person, text_, kind)
  return person
}

/** What a prover says of one file, its processes started for it alone. */
export async function provedAlone(asked: ProverAsked, file: FileToProve) {
  const prover: Prover = startProver(asked)
  try {
    await prover.prove(file)
    return prover.result()
  } finally {
    prover.close()
  }
}
