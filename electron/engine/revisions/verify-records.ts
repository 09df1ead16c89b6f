import { setImmediate as breathe } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.ts'
import { fold, type RecordKind } from '../records/kind.ts'
import type { Lookups } from '../records/lookups.ts'
import { isOfKind, rowsOf } from '../records/store.ts'
import { brokenSealsOf } from './verify-seals.ts'

type AnyKind = RecordKind<{ readonly id: string }>
type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly body: string }

/** Records looked at in one go, so that others need not wait long. */
const BATCH = 200

/** These depend on the day they were counted, so another day's counts are no sign of a change. */
const COUNTS = new Set(['errors', 'warnings', 'notes'])

/**
 * Whether each record equals its last revision, none is missing, what is sealed is as it was, and the
 * lists and links show what the records say; a sentence for what somebody
 * changed without the program. Without lookups the lists are not checked.
 */
export async function verifyRecords(
  db: Kysely<Database>,
  kinds: readonly AnyKind[],
  lookups: Lookups | null,
): Promise<string[]> {
  const problems: string[] = []
  for (const kind of kinds) {
    const [different, missing] = [await countDifferent(db, kind), await countMissing(db, kind)]
    if (different > 0)
      problems.push(
        `${different} of the ${kind.register} differ from their last revision: they were changed outside the program.`,
      )
    if (missing > 0)
      problems.push(
        `${missing} of the ${kind.register} are gone although the trail holds them: they were removed outside the program.`,
      )
    problems.push(...(await brokenSealsOf(db, kind)))
    const misshown = different > 0 || !lookups ? 0 : await countMisshown(db, kind, lookups)
    if (misshown > 0)
      problems.push(
        `${misshown} of the ${kind.register} stand in the lists otherwise than their records say: the lists were changed outside the program.`,
      )
  }
  return problems
}

async function countDifferent(db: Kysely<Database>, kind: AnyKind): Promise<number> {
  const { register, table } = kind
  const { rows } = await sql<{ odd: number }>`
    select count(*) as odd from ${sql.table(table)} as here left join revisions on revisions.seq =
      (select max(seq) from revisions where register = ${register} and record = here.id)
    where ${isOfKind(kind)} and revisions.body is not here.body`.execute(db)
  return rows[0]!.odd
}

async function countMissing(db: Kysely<Database>, kind: AnyKind): Promise<number> {
  const { register, table } = kind
  const { rows } = await sql<{ odd: number }>`
    select count(*) as odd from (select record, max(seq) as seq from revisions where register = ${register} group by record) as last
      join revisions on revisions.seq = last.seq
    where revisions.body is not null and revisions.body <> 'null'
      and not exists (select 1 from ${sql.table(table)} as here where ${isOfKind(kind)} and here.id = last.record)`.execute(
    db,
  )
  return rows[0]!.odd
}

async function countMisshown(db: Kysely<Database>, kind: AnyKind, lookups: Lookups): Promise<number> {
  let odd = (await countStray(db, kind, 'links')) + (await countStray(db, kind, 'search'))
  let after = ''
  for (;;) {
    const rows: readonly Row[] = await rowsOf(db, kind)
      .selectAll()
      .where('here.id', '>', after)
      .orderBy('here.id')
      .limit(BATCH)
      .execute()
    const last = rows.at(-1)?.id
    if (last === undefined) return odd
    const links = await linksOf(db, kind, after, last)
    const found = await foundByOf(db, kind, after, last)
    odd += rows.filter(
      (row) => !isShownRight(kind, row, links.get(row.id) ?? [], found.get(row.id), lookups),
    ).length
    after = last
    await breathe()
  }
}

/** Links, or what is searched, of records that are not there. */
async function countStray(db: Kysely<Database>, kind: AnyKind, table: 'links' | 'search'): Promise<number> {
  const { rows } = await sql<{ odd: number }>`
    select count(distinct record) as odd from ${sql.table(table)} where register = ${kind.register}
      and record not in (select id from ${sql.table(kind.table)} as here where ${isOfKind(kind)})`.execute(db)
  return rows[0]!.odd
}

/** What the records of a batch are found by. */
async function foundByOf(db: Kysely<Database>, { register }: AnyKind, after: string, last: string) {
  const rows = await db
    .selectFrom('search')
    .select(['record', 'title', 'text'])
    .where('register', '=', register)
    .where('record', '>', after)
    .where('record', '<=', last)
    .execute()
  return new Map(rows.map(({ record, title, text }) => [record, `${title}\n${text}`]))
}

async function linksOf(db: Kysely<Database>, { register }: AnyKind, after: string, last: string) {
  const links = await db
    .selectFrom('links')
    .select(['record', 'target_register', 'target', 'place'])
    .where('register', '=', register)
    .where('record', '>', after)
    .where('record', '<=', last)
    .execute()
  const byRecord = Map.groupBy(links, ({ record }) => record)
  return new Map(
    [...byRecord].map(([record, list]) => [
      record,
      list.map(({ target_register, target, place }) => linkText(target_register, target, place)),
    ]),
  )
}

function isShownRight(
  kind: AnyKind,
  row: Row,
  links: readonly string[],
  found: string | undefined,
  lookups: Lookups,
): boolean {
  const record = JSON.parse(row.body) as { id: string }
  const title = kind.titleOf(record)
  const expected = { title, ...kind.columnsOf(record, lookups) }
  const isSame = Object.entries(expected).every(
    ([column, value]) => COUNTS.has(column) || row[column] === asStored(value),
  )
  const expectedLinks = kind
    .linksOf(record)
    .map((link) => linkText(link.targetRegister, link.target, link.place))
  const expectedFound = asStored(`${title}\n${fold(kind.searchTextOf(record, lookups))}`)
  return isSame && found === expectedFound && inOrder(links) === inOrder(expectedLinks)
}

const inOrder = (texts: readonly string[]) =>
  texts.toSorted((one, other) => (one < other ? -1 : 1)).join('\n')

const linkText = (register: string, target: string, place: string) =>
  `${register} ${target} ${place}`.toWellFormed()

/** Half a character, as a broken paste leaves it, cannot be kept in a column; the record itself keeps it. */
const asStored = (value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)
