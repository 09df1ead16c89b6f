import { Readable } from 'node:stream'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import { stampInfo } from '../../archive/bag-files.ts'
import { safeFileName } from '../../archive/file-names.ts'
import { INTERNAL_PROFILE } from '../../archive/pack-bag.ts'
import { jsonOf, type Payload, text } from '../../archive/payload.ts'
import { writeBag } from '../../archive/write-bag.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { canonical } from '../../tables/json.ts'
import { readBlob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'
import { listResults } from '../gate/results.ts'
import { folderOf } from './pack-files.ts'

/** What the copy that stays is made from. */
export type InternalCopy = {
  readonly pack: number
  readonly plan: PackPlan
  readonly planSha256: string
  readonly request: object
  readonly stamp: Stamp
  /** What was handed over: fingerprint, way and hash, never the passphrase. */
  readonly delivery: object
}

/** Writes the copy that stays and tells how many files it has: originals byte for byte, decisions, marks and the plan. */
export async function buildInternal(
  store: CaseStore,
  copy: InternalCopy,
  path: string,
  progress: Progress,
): Promise<number> {
  const { plan, stamp } = copy
  return writeBag(
    {
      folder: `${folderOf(plan)}-internal`,
      madeAt: stamp.madeAt,
      payloads: () => payloads(store, copy),
      expected:
        store.raw.prepare<[], number>('select count(distinct sha256) from sources').pluck().get()! +
        TABLES.length +
        3,
      info: [
        ['External-Description', 'Internal copy: originals and decisions. Not for handing out.'],
        ['External-Identifier', plan.reference],
        ['Archive-Profile', INTERNAL_PROFILE],
        ...stampInfo(stamp),
      ],
    },
    path,
    progress,
  )
}

/** What of the case is copied row by row, and in which order; texts and boxes can be made anew from the originals. */
const TABLES = [
  ['sources', 'id'],
  ['documents', 'id'],
  ['pages', 'id'],
  ['marks', 'id'],
  ['people', 'id'],
  ['person_forms', 'id'],
  ['terms', 'id'],
  ['check_rounds', 'id'],
  ['check_pages', 'round, page'],
  ['picture_pages', 'page'],
  ['pack_pages', 'pack, page'],
  ['duplicates', 'key'],
  ['changes', 'id'],
] as const

async function* payloads(
  store: CaseStore,
  { pack, plan, planSha256, request, stamp, delivery }: InternalCopy,
): AsyncGenerator<Payload> {
  yield { name: 'data/plan.json', source: jsonOf(plan) }
  yield { name: 'data/delivery.json', source: jsonOf({ ...delivery, planSha256 }) }
  yield { name: 'data/request.json', source: jsonOf({ request, chain: stamp.chain }) }
  // What was found is hashed with each result, so that the copy shows what was known when the pack went out.
  for (const [index, kept] of listResults(store, pack).entries())
    yield { name: `data/proof/${`${index + 1}`.padStart(4, '0')}.json`, source: jsonOf(kept) }
  for (const [table, order] of TABLES)
    yield { name: `data/decisions/${table}.jsonl`, source: text(rowsOf(store, table, order)) }
  const originals = store.raw
    .prepare<[], { id: number; name: string; sha256: string }>(
      'select min(id) as id, name, sha256 from sources group by sha256 order by 1',
    )
    .all()
  for (const { id, name, sha256 } of originals)
    yield {
      name: `data/originals/${`${id}`.padStart(6, '0')}-${safeFileName(name)}`,
      source: Readable.from(readBlob(store, sha256), { objectMode: false }),
      isCompressed: true,
    }
}

function* rowsOf({ raw }: CaseStore, table: string, order: string): Generator<string> {
  for (const row of raw.prepare<[], object>(`select * from ${table} order by ${order}`).iterate())
    yield `${canonical(row)}\n`
}
