import type { BreachPaper } from '#shared/registers/breaches/chronology-document.ts'
import { type ChronologyEntry, chronologyOf } from '#shared/registers/breaches/chronology.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import { directoryOf } from '#shared/registers/reports/directory.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import { AppError } from '#shared/errors.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { endOfUkDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../../db/schema.ts'
import { CHAIN_START } from '../../revisions/chain.ts'
import { REVISION_FIELDS } from '../../revisions/lines.ts'

/** A revision of the breach with the link it follows from, so that each can be checked by itself. */
export type LinkedRevision = Readonly<Record<string, unknown>> & { readonly previous_sha256: string }

/** Everything a bundle is made from, read together. */
export type BundleMaterial = BreachPaper & {
  readonly content: RegisterContent
  readonly stamp: Stamp
  /** The breach as its last revision holds it, to the byte. */
  readonly body: string
  readonly revisions: readonly LinkedRevision[]
  readonly people: readonly Recipient[]
  readonly chronology: readonly ChronologyEntry[]
}

type Wanted = { readonly id: string; readonly asAt: PlainDate | null; readonly stamp: Stamp }

/** Reads what belongs to a breach; `not-found` when the register, as at that day, does not hold it. */
export async function readMaterial(
  trail: ReadDb,
  content: RegisterContent,
  { id, asAt, stamp }: Wanted,
): Promise<BundleMaterial> {
  const { body, revisions } = await readRevisions(trail, id, asAt)
  const breach = body === null ? undefined : content.described.breaches.find((one) => one.id === id)
  if (body === null || !breach)
    throw new AppError(
      'not-found',
      asAt
        ? 'This breach was not in the register at the end of that day.'
        : 'This breach is no longer in the register.',
    )
  const parsed = breaches.schema.parse(JSON.parse(body)) as unknown as Breach
  const people = (content.described.recipients as unknown as Recipient[]).filter(
    ({ breachId }) => breachId === id,
  )
  return {
    breach: parsed,
    organisationName: directoryOf(content).organisationName(parsed.organisationId),
    settings: content.settings,
    content,
    stamp,
    body,
    revisions,
    people,
    chronology: chronologyOf(parsed, people),
  }
}

async function readRevisions(
  trail: ReadDb,
  id: string,
  asAt: PlainDate | null,
): Promise<{ readonly body: string | null; readonly revisions: readonly LinkedRevision[] }> {
  const own = trail
    .selectFrom('revisions')
    .where('register', '=', 'breaches')
    .where('record', '=', id)
    .$if(asAt !== null, (query) => query.where('at', '<=', endOfUkDay(asAt!)))
  const lines = await own.select(REVISION_FIELDS).orderBy('seq').execute()
  const last = await own.select('body').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const revisions: LinkedRevision[] = []
  for (const line of lines) {
    const before = await trail
      .selectFrom('revisions')
      .select('chain_sha256')
      .where('seq', '=', line.seq - 1)
      .executeTakeFirst()
    revisions.push({ ...line, previous_sha256: before?.chain_sha256 ?? CHAIN_START })
  }
  return { body: last?.body ?? null, revisions }
}
