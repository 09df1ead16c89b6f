import type { Snooze } from '#shared/described/register.ts'
import { Bucket, type todayProcedures } from '#shared/registers/today/today.contract.ts'
import { Instant } from '#shared/time/instant.ts'
import { kindOf } from '../../described/kind-of.ts'
import type { ReadDb } from '../../db/schema.ts'
import { putInPlace, writePieces } from '../../files/put-in-place.ts'
import { readLookups } from '../../records/lookups.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { calendarFile } from './calendar-file.ts'
import {
  byUrgency,
  deadlineRows,
  deadlinesFor,
  inBucket,
  linesOf,
  notPutOff,
  type Seen,
  seenFrom,
} from './today.query.ts'

export const todayHandlers: HandlersFor<typeof todayProcedures> = {
  'today.queue': async ({ db, now, today, lookups }, { organisationId, perBucket }) => {
    const known = await lookups()
    const seen = seenFrom({ today, now })
    const buckets = []
    for (const bucket of Bucket.options) {
      const total = await countIn(db, bucket, seen, organisationId)
      const query = deadlineRows(db, organisationId)
      const rows = await byUrgency(inBucket(query, bucket, seen), bucket)
        .limit(perBucket)
        .execute()
      buckets.push({ bucket, total, lines: await linesOf(db, known, rows) })
    }
    return { today, buckets }
  },

  'today.counts': async ({ db, now, today }, { organisationId }) => {
    const seen = seenFrom({ today, now })
    return Promise.all(
      Bucket.options.map(async (bucket) => ({
        bucket,
        total: await countIn(db, bucket, seen, organisationId),
      })),
    )
  },

  'today.moments': async ({ db, now, today }, { organisationId }) => {
    const query = notPutOff(deadlinesFor(db, organisationId).select('due_at'), today)
    const rows = await query.where('due_at', '>', seenFrom({ today, now }).at).orderBy('due_at').execute()
    return rows.map(({ due_at }) => Instant.parse(due_at))
  },

  'today.calendar': async ({ db, lookups }, { organisationId, from, to }) => {
    const rows = await byUrgency(deadlineRows(db, organisationId))
      .where('due_on', '>=', from)
      .where('due_on', '<=', to)
      .execute()
    return linesOf(db, await lookups(), rows)
  },

  'today.snooze': async ({ db, ledger }, { register, id, key, until }) => {
    const record = await getRecord(db, kindOf(register), id)
    const others = record.snoozed.filter((snooze) => snooze.key !== key)
    const snoozed: readonly Snooze[] = until === null ? others : [...others, { key, until }]
    await ledger.put(kindOf(register), { ...record, snoozed: [...snoozed] })
    return {}
  },

  'today.writeCalendar': async (ctx, { organisationId, to, withTitles }) => {
    ctx.mayUse(to)
    const db = await ctx.readDb(null)
    const lines = await ctx.atRest(async () => {
      const rows = await byUrgency(deadlineRows(db, organisationId))
        .where('due_on', '>=', ctx.today)
        .execute()
      return linesOf(db, await readLookups(db, ctx.today), rows)
    })
    const text = calendarFile(lines, ctx.now, { withTitles })
    await putInPlace(to, ctx.step, (path) => writePieces([text], path, ctx.step))
    return { path: to, events: lines.length }
  },
}

async function countIn(
  db: ReadDb,
  bucket: Bucket,
  seen: Seen,
  organisationId: string | null,
): Promise<number> {
  const query = deadlinesFor(db, organisationId).select(({ fn }) => fn.countAll<number>().as('total'))
  return Number((await inBucket(query, bucket, seen).executeTakeFirstOrThrow()).total)
}
