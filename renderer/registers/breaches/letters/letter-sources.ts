import { hrefOf } from '#renderer/app/routing.tsx'
import { BREACH_FIELDS, type Breach } from '#shared/registers/breaches/breach.record.ts'
import { LETTER_FIELDS } from '#shared/registers/breaches/breach.letters.ts'
import { recipients } from '#shared/registers/recipients/recipient.register.ts'

const PERSON = 'person.'

/** Whether a fact stands in the record of the person the letter goes to. */
export const isOfPerson = (from: string) => from.startsWith(PERSON)

/** Where a fact of a letter about a breach is entered; null where nobody can say. */
export function hrefOfSource(breach: Breach, person: string | null, from: string): string | null {
  const { id, organisationId } = breach
  if (from === 'the organisation') return organisationId && hrefOf('organisations', organisationId)
  if (from === 'the controller') return hrefOf('organisations')
  if (from === 'the settings') return hrefOf('settings')
  if (isOfPerson(from))
    return person && hrefOf('recipients', person, null, { field: from.slice(PERSON.length) })
  if (Object.hasOwn(LETTER_FIELDS, from)) return hrefOf('breaches', id, 'letters', { field: from })
  const isField = from === 'organisationId' || Object.hasOwn(BREACH_FIELDS, from)
  return isField ? hrefOf('breaches', id, null, { field: from }) : null
}

/** Where a fact of a letter about a breach comes from, in words. */
export function wordsOfSource(from: string): string {
  if (from === 'organisationId') return 'the breach, “Organisation”'
  if (isOfPerson(from)) {
    const key = from.slice(PERSON.length)
    const { fields, nameLabel } = recipients
    const label = Object.hasOwn(fields, key) ? fields[key as keyof typeof fields].label : nameLabel
    return `the person to tell, “${label}”`
  }
  const field = Object.hasOwn(BREACH_FIELDS, from) ? BREACH_FIELDS[from as keyof typeof BREACH_FIELDS] : null
  return field ? `the breach, “${field.label}”` : from
}
