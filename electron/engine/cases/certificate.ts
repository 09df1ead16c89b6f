import { createHash } from 'node:crypto'
import type { CaseCertificate } from '#shared/cases/certificate.ts'
import { AppError } from '#shared/errors.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { Instant } from '#shared/time/instant.ts'
import { seal } from '../described/seal.ts'
import type { WriteContext } from '../rpc/context.ts'
import type { CaseStore } from './open-cases.ts'

type Context = Pick<WriteContext, 'cases' | 'newId' | 'now' | 'actor'>

/** What is about to be destroyed of a request, counted and sealed; throws where there is nothing. */
export async function certificateOf(
  { cases, newId, now, actor }: Context,
  { id, reference }: RequestRecord,
  reason: string,
): Promise<CaseCertificate> {
  const known = cases.key(id)
  if (!known) throw new AppError('rule', 'This request has no documents, so there is nothing to destroy.')
  const counts = await cases.glance(id, countsOf)
  return seal({
    id: newId(),
    request: id,
    reference,
    begunAt: Instant.parse(known.madeAt),
    destroyedAt: now,
    destroyedBy: actor.slice(0, 500),
    reason,
    ...counts!,
    mayHoldKey: [...(await cases.oldPlaces(id))],
  })
}

function countsOf(store: CaseStore) {
  const one = (sql: string) => store.raw.prepare<[], number | null>(sql).pluck().get() ?? 0
  return {
    files: one('select count(*) from sources'),
    bytes: one('select sum(bytes) from sources'),
    pages: one('select count(*) from pages'),
    documents: one('select count(*) from documents'),
    filesSha256: hashOfFiles(store),
    packs: packsOf(store),
  }
}

function hashOfFiles({ raw }: CaseStore): string {
  const whole = createHash('sha256')
  const hashes = raw.prepare<[], string>('select distinct sha256 from sources order by sha256').pluck()
  for (const hash of hashes.iterate()) whole.update(`${hash}\n`)
  return whole.digest('hex')
}

type PackRow = {
  id: number
  phase: number
  made_at: string
  released_at: string | null
  fingerprint: string | null
}

function packsOf({ raw }: CaseStore): CaseCertificate['packs'] {
  return raw
    .prepare<[], PackRow>('select id, phase, made_at, released_at, fingerprint from packs order by id')
    .all()
    .map(({ id, phase, made_at, released_at, fingerprint }) => ({
      id,
      phase,
      madeAt: Instant.parse(made_at),
      releasedAt: released_at === null ? null : Instant.parse(released_at),
      fingerprint,
    }))
}
