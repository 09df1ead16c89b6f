import { findDescribed } from '#shared/described/all.ts'
import { changesOfRecord } from '#shared/described/changes.ts'
import { referencesOf } from '#shared/described/parts.ts'
import type { AnyDescribed, AnyRecord } from '#shared/described/register.ts'
import { changesBetween, type FieldChange } from '#shared/records/changes.ts'
import type { ReadDb } from '../../db/schema.ts'
import { namingOf } from '../../described/naming.ts'
import type { Lookups } from '../../records/lookups.ts'
import { nameOfIn } from '../../records/names.ts'

/** A state of a record as it was kept. */
type State = { readonly register: string; readonly fields: Record<string, unknown> | null }

/** What differs between two states of a record of a register, in the words of its form. */
export type Differ = (register: string, before: State['fields'], after: State['fields']) => FieldChange[]

/** Makes what tells the states of some records apart; it knows the names of what they refer to. */
export async function differOf(db: ReadDb, lookups: Lookups, states: readonly State[]): Promise<Differ> {
  const references = states.flatMap(({ register, fields }) => {
    const description = findDescribed(register)
    return description && fields ? referencesOf(description, whole(description, fields)) : []
  })
  const naming = await namingOf(db, lookups, references)
  const nameOf = nameOfIn(lookups)
  return (register, before, after) => {
    const description = findDescribed(register)
    if (!description) return changesBetween(before, after, nameOf)
    const [was, is] = [before, after].map((fields) => (fields ? whole(description, fields) : null))
    return changesOfRecord(description, was ?? null, is ?? null, naming)
  }
}

/** A state that an earlier version wrote may lack fields; they held nothing. */
function whole(description: AnyDescribed, fields: Record<string, unknown>): AnyRecord {
  return { ...description.blank(String(fields['id']), String(fields['name'])), ...fields } as AnyRecord
}
