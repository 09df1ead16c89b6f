import type { RegisterName } from '#shared/records/record.ts'
import type { FileEntry } from '#shared/described/kept-fields.ts'
import { filesIn } from '#shared/described/files.ts'
import { DESCRIBED } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { ReadDb } from '../db/schema.ts'
import { kinds } from '../records/kinds.ts'
import { rowsOf } from '../records/store.ts'
import { exactJson } from './exact-json.ts'

/** Records read at a time. */
const BATCH = 200

/** The bodies of a register's records as they are kept, by id. */
export async function* bodiesOf(
  db: ReadDb,
  register: RegisterName,
): AsyncGenerator<{ readonly id: string; readonly body: string }> {
  for (let after = ''; ;) {
    const rows = await rowsOf(db, kinds[register])
      .select(['here.id', 'here.body'])
      .where('here.id', '>', after)
      .orderBy('here.id')
      .limit(BATCH)
      .execute()
    yield* rows
    if (rows.length < BATCH) return
    after = rows.at(-1)!.id
  }
}

/** The same as lines of exact JSON. */
export async function* recordLines(db: ReadDb, register: RegisterName): AsyncGenerator<string> {
  for await (const { body } of bodiesOf(db, register)) yield exactJson(JSON.parse(body))
}

/** How many records a register has. */
export async function countRecords(db: ReadDb, register: RegisterName): Promise<number> {
  const { total } = await rowsOf(db, kinds[register])
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** A record that names an attached file. */
export type NamedBy = { readonly register: DescribedName; readonly id: string }

/** The files that a record names. */
export function filesNamedIn(register: DescribedName, record: unknown): readonly FileEntry[] {
  const { fields } = DESCRIBED[register]
  return filesIn({ fields: withFiles(fields, record) } as never, record as AnyRecord)
}

/** A record of an older version may lack a list that the register has now. */
function withFiles<Fields extends object>(fields: Fields, record: unknown): Partial<Fields> {
  const kept = Object.entries(fields).filter(([key]) =>
    Array.isArray((record as Record<string, unknown>)[key]),
  )
  return Object.fromEntries(kept) as Partial<Fields>
}

/** Which records name which documents. */
export async function documentsNamed(db: ReadDb): Promise<ReadonlyMap<string, readonly NamedBy[]>> {
  const named = new Map<string, NamedBy[]>()
  for (const register of DescribedName.options) {
    if (!Object.values(DESCRIBED[register].fields).some(({ kind }) => kind === 'files')) continue
    for await (const { id, body } of bodiesOf(db, register))
      for (const document of new Set(filesNamedIn(register, JSON.parse(body)).map((file) => file.document)))
        named.set(document, [...(named.get(document) ?? []), { register, id }])
  }
  return named
}
