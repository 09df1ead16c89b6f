import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { getRecord } from '../../records/store.ts'

/** A breach, or a `not-found` error. */
export async function getBreach(db: ReadDb, id: string): Promise<Breach> {
  return (await getRecord(db, kindOf('breaches'), id)) as unknown as Breach
}
