import type Sqlite from 'better-sqlite3'
import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import type { Reader } from '../archive/bag-reader.ts'
import { RevisionLine } from '../archive/verify-revisions.ts'
import type { Progress } from '../pdf/write-record.ts'
import { CHAIN_START, nextLink, sha256 } from '../revisions/chain.ts'
import type { ChainHead } from '../revisions/ledger.ts'
import type { JsonLine } from './json-lines.ts'
import { lineAs, linesIn } from './material.ts'
import { BodyLine, WHOLE_FILES } from './whole-files.ts'

/** Revisions written in one transaction. */
const BATCH = 500

/** A line of the trail, with the exact text of its content where that is in the archive. */
type Revision = z.infer<typeof RevisionLine> & { readonly body: string | null }

/** When each record was last changed, by its register and id. */
export type ChangedAt = ReadonlyMap<string, string>

export const changeOf = (register: string, record: string) => `${register} ${record}`

/**
 * Follows the trail of an archive, writing each revision as it stands there into a database where there is one to write
 * to. Throws a sentence that names the line where one does not follow from the one before.
 */
export async function followTrail(
  reader: Reader,
  { into, total, progress }: { readonly into: Sqlite.Database | null; total: number; progress: Progress },
): Promise<{ readonly head: ChainHead; readonly changedAt: ChangedAt }> {
  const changedAt = new Map<string, string>()
  let head: ChainHead = { seq: 0, head: CHAIN_START }
  let batch: Revision[] = []
  const write = into && writerOf(into)
  for await (const revision of revisionsIn(reader, write !== null)) {
    const link = nextLink(head.head, revision)
    if (revision.seq !== head.seq + 1 || link !== revision.chain_sha256)
      throw new AppError('rule', `Revision ${revision.seq} does not follow from the one before.`)
    if (revision.body !== null && sha256(revision.body) !== revision.body_sha256)
      throw new AppError('rule', `The content of revision ${revision.seq} is not what its trail says.`)
    head = { seq: revision.seq, head: link }
    changedAt.set(changeOf(revision.register, revision.record), revision.at)
    batch.push(revision)
    if (batch.length < BATCH) continue
    write?.(batch)
    batch = []
    await progress(head.seq, total, 'Bringing in the history')
  }
  write?.(batch)
  return { head, changedAt }
}

function writerOf(raw: Sqlite.Database): (batch: readonly Revision[]) => void {
  const put = raw.prepare(
    `insert into revisions (seq, at, actor, procedure, command, undoes, register, record, body, body_sha256, chain_sha256)
     values (@seq, @at, @actor, @procedure, @command, @undoes, @register, @record, @body, @body_sha256, @chain_sha256)`,
  )
  return raw.transaction((batch: readonly Revision[]) => batch.forEach((revision) => put.run(revision)))
}

/** The lines of the trail, each with its content: both files tell of the same revisions in the same order. */
async function* revisionsIn(reader: Reader, withBodies: boolean): AsyncGenerator<Revision> {
  const bodies = withBodies ? linesIn(reader, WHOLE_FILES.bodies) : null
  for await (const line of linesIn(reader, WHOLE_FILES.revisions)) {
    const revision = lineAs(RevisionLine, WHOLE_FILES.revisions, line)
    yield { ...revision, body: bodies ? await nextBody(bodies, revision.seq) : null }
  }
  if (bodies && !(await bodies.next()).done)
    throw new AppError('rule', `${WHOLE_FILES.bodies} holds more than the trail.`)
}

async function nextBody(bodies: AsyncGenerator<JsonLine>, seq: number): Promise<string | null> {
  const next = await bodies.next()
  const found = next.done ? null : lineAs(BodyLine, WHOLE_FILES.bodies, next.value)
  if (found?.seq === seq) return found.body
  throw new AppError('rule', `${WHOLE_FILES.bodies}: The content of revision ${seq} is missing.`)
}
