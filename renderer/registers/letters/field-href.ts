import { hrefFor, hrefOf } from '#renderer/app/routing.tsx'
import { described } from '#shared/described/all.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import type { LetterSource } from '#shared/registers/letters/letter.schema.ts'

/** A fact of a letter: where it is entered, in words and, where that is known, exactly. */
export type FactPlace = { readonly from: string; readonly source?: LetterSource | undefined }

/** Where a fact of a letter is entered; null where nobody can say. */
export function hrefOfFact(
  register: LetterRegister,
  record: Pick<AnyRecord, 'id' | 'organisationId'>,
  { from, source }: FactPlace,
): string | null {
  const { id, organisationId } = record
  if (from === 'the organisation')
    return organisationId && hrefOf('organisations', organisationId, null, { field: 'dataProtectionOfficer' })
  if (from === 'the settings') return hrefOf('settings')
  if (from === 'the clock') return hrefOf(register, id, 'clock')
  if (from === 'the search record') return hrefOf(register, id, 'search')
  if (from === 'the wording of the letter') return hrefOf(register, 'templates')
  if (register === 'requests' && from === 'activityIds')
    return hrefOf('requests', id, 'letters', { field: 'activityIds' })
  if (from === 'organisationId' || Object.hasOwn(described(register).fields, from))
    return hrefOf(register, id, null, { field: from })
  return source
    ? `${hrefFor(source.register, source.id)}?${new URLSearchParams({ field: source.field })}`
    : null
}

/** Where a fact of a letter comes from, in words, with the revision it stood in. */
export function wordsOfFact(register: LetterRegister, { from, source }: FactPlace): string {
  const field = Object.hasOwn(described(register).fields, from) ? described(register).fields[from] : undefined
  const where =
    from === 'organisationId' ? 'the record, “Organisation”' : field ? `the record, “${field.label}”` : from
  return source?.revision ? `${where}, revision ${source.revision}` : where
}
