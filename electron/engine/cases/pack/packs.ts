import { z } from 'zod'
import { Accepted, PackPlan, pagesOfPlan, pageReference } from '#shared/cases/pack-plan.ts'
import { AppError } from '#shared/errors.ts'
import { PackDelivery, type PackLine } from '#shared/registers/cases/case-packs.contract.ts'
import { Instant } from '#shared/time/instant.ts'
import { sha256 } from '../../revisions/chain.ts'
import type { CaseStore } from '../open-cases.ts'
import { removalsHash } from './removals.ts'

/** What is kept of the last build of a pack, and of its release. */
const Delivery = z.object({
  delivery: PackDelivery,
  at: Instant,
  bytes: z.int(),
  sha256: z.string(),
  /** Only where somebody asked for it to be kept. */
  passphrase: z.string().nullable(),
  openBecause: z.string(),
  releasedHow: z.string().optional(),
})
export type Delivery = z.infer<typeof Delivery>

type Row = {
  readonly id: number
  readonly phase: number
  readonly made_at: Instant
  readonly made_by: string
  readonly plan: string
  readonly plan_sha256: string
  readonly fingerprint: string | null
  readonly delivery: string | null
  readonly released_at: Instant | null
  readonly released_by: string | null
}

/** A pack with its plan and what is removed from its pages, which are what was frozen: changed ones are refused. */
export function getPack(store: CaseStore, id: number) {
  const pack = readPack(store, id)
  const { sha256: kept, pages } = removalsHash(store, id)
  if (kept !== pack.plan.removals.sha256 || pages !== pack.plan.removals.pages)
    throw damaged('What is removed from the pages of this pack')
  return pack
}

function readPack({ raw }: CaseStore, id: number) {
  const row = raw.prepare<[number], Row>('select * from packs where id = ?').get(id)
  if (!row) throw new AppError('not-found', 'This pack is not in the case. Freeze one first.')
  if (sha256(row.plan) !== row.plan_sha256) throw damaged('The plan of this pack')
  const delivery = row.delivery === null ? null : Delivery.parse(JSON.parse(row.delivery))
  return { row, plan: PackPlan.parse(JSON.parse(row.plan)), delivery }
}

const damaged = (what: string) =>
  new AppError('storage', `${what} is not what was frozen. Restore the last good backup.`, {
    reason: 'damaged',
  })

/** Every pack of a case, the newest first. */
export function listPacks(store: CaseStore): PackLine[] {
  const ids = store.raw.prepare<[], number>('select id from packs order by id desc').pluck().all()
  return ids.map((id) => {
    const { row, plan, delivery } = readPack(store, id)
    const pages = pagesOfPlan(plan)
    return {
      id,
      phase: row.phase,
      kind: plan.kind,
      madeAt: row.made_at,
      madeBy: row.made_by,
      pages,
      documents: plan.documents.length,
      firstReference: pageReference(plan.reference, plan.firstNumber),
      lastReference: pageReference(plan.reference, plan.firstNumber + Math.max(1, pages) - 1),
      planSha256: row.plan_sha256,
      removed: { pages: plan.removals.pages, marks: plan.removals.marks },
      labels: plan.labels,
      workbooks: plan.workbooks.length,
      built:
        delivery && row.fingerprint
          ? {
              fingerprint: row.fingerprint,
              delivery: delivery.delivery,
              at: delivery.at,
              isKept: delivery.passphrase !== null,
            }
          : null,
      released:
        row.released_at && row.released_by !== null
          ? { at: row.released_at, by: row.released_by, how: delivery?.releasedHow ?? '' }
          : null,
    }
  })
}

/** Keeps what was built of a pack; a read-only register keeps nothing. */
export function keepBuilt({ raw }: CaseStore, id: number, fingerprint: string, delivery: Delivery): void {
  if (raw.readonly) return
  raw
    .prepare('update packs set fingerprint = ?, delivery = ? where id = ?')
    .run(fingerprint, JSON.stringify(delivery), id)
}

/** Notes that a pack was handed over. */
export function keepReleased(
  { raw }: CaseStore,
  id: number,
  delivery: Delivery,
  at: Instant,
  by: string,
): void {
  raw
    .prepare('update packs set released_at = ?, released_by = ?, delivery = ? where id = ?')
    .run(at, by, JSON.stringify(delivery), id)
}

const ACCEPTED = 'accepted:'

/** What was accepted before a release, each with who, when and why. */
export function listAccepted({ raw }: CaseStore): Accepted[] {
  return raw
    .prepare<[string], string>('select value from facts where key glob ? order by key')
    .pluck()
    .all(`${ACCEPTED}*`)
    .map((value) => Accepted.parse(JSON.parse(value)))
}

/** Accepts a check, or takes that back. */
export function keepAccepted({ raw }: CaseStore, check: string, accepted: Accepted | null): void {
  const key = `${ACCEPTED}${check}`
  if (accepted)
    raw.prepare('insert or replace into facts (key, value) values (?, ?)').run(key, JSON.stringify(accepted))
  else raw.prepare('delete from facts where key = ?').run(key)
}

/** Pages of a plan that are no longer flagged to be released. */
export function pagesTakenBack({ raw }: CaseStore, plan: PackPlan): number {
  const count = raw
    .prepare<[number, number], number>(
      `select count(*) from pages where id between ? and ? and (flag is null or flag <> 'release')`,
    )
    .pluck()
  let pages = 0
  for (const { runs } of plan.documents)
    for (const run of runs) pages += count.get(run.firstPage, run.firstPage + run.pages - 1) ?? 0
  return pages
}
