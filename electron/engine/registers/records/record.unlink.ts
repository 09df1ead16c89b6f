import { findDescribed } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { withoutReference } from '#shared/described/unlink.ts'
import { AppError } from '#shared/errors.ts'
import { kindOf } from '../../described/kind-of.ts'
import type { ReadDb } from '../../db/schema.ts'
import { whereUsed } from '../../records/links.ts'
import { getRecord } from '../../records/store.ts'
import type { Ledger } from '../../revisions/ledger.ts'

/** Takes a record out of every described record that refers to it; tells how many there were. */
export async function unlink(
  db: ReadDb,
  ledger: Ledger,
  register: DescribedName,
  id: string,
): Promise<number> {
  const users = new Map((await whereUsed(db, register, id)).map((use) => [use.id, use]))
  for (const use of users.values()) {
    const description = findDescribed(use.register)
    if (!description)
      throw new AppError('rule', `“${use.title}” still uses this and cannot let go of it. Change it first.`)
    const kind = kindOf(description.register)
    await ledger.put(kind, withoutReference(description, await getRecord(db, kind, use.id), id))
  }
  return users.size
}
