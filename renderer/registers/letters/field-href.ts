import { hrefOf } from '#renderer/app/routing.tsx'
import { described } from '#shared/described/all.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'

/** Where a fact of a letter is entered; null where nobody can say. */
export function hrefOfSource(register: LetterRegister, record: AnyRecord, from: string): string | null {
  const { id, organisationId } = record
  if (from === 'the organisation') return organisationId && hrefOf('organisations', organisationId)
  if (from === 'the settings') return hrefOf('settings')
  if (from === 'the clock') return hrefOf(register, id, 'clock')
  const isField = from === 'organisationId' || Object.hasOwn(described(register).fields, from)
  return isField ? hrefOf(register, id, null, { field: from }) : null
}

/** Where a fact of a letter comes from, in words. */
export function wordsOfSource(register: LetterRegister, from: string): string {
  if (from === 'organisationId') return 'the record, “Organisation”'
  const field = Object.hasOwn(described(register).fields, from) ? described(register).fields[from] : undefined
  return field ? `the record, “${field.label}”` : from
}
