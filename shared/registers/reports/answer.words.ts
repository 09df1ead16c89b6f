import type { Answer } from '#shared/answer.ts'
import type { Contact } from '#shared/records/record.ts'
import type { Assessment } from '#shared/registers/activities/activity.parts.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay } from '#shared/time/plain-date.ts'

/** What a field says when nobody has settled it yet. */
export const OPEN = 'To be determined'

/** The words of a field: one line for each value, at least one. */
export type Lines = readonly string[]

/** An answer in words: its value, "To be determined", or "Not applicable: …". */
export function answerLines<Value>(answer: Answer<Value>, words: (value: Value) => Lines): Lines {
  switch (answer.state) {
    case 'value':
      return orOpen(words(answer.value))
    case 'toBeDetermined':
      return [OPEN]
    case 'notApplicable':
      return [`Not applicable: ${answer.because}`]
  }
}

/** The lines that say something; "To be determined" when none does. */
export function orOpen(lines: Lines): Lines {
  const said = lines.filter((line) => line.trim() !== '')
  return said.length > 0 ? said : [OPEN]
}

/** A field the law asks for only in other cases, and the reason. */
export function notAsked(because: string): Lines {
  return [`Not applicable: ${because}`]
}

/** "Yes" or "No". */
export function yesOrNo(value: boolean): string {
  return value ? 'Yes' : 'No'
}

/** The parts that say something, joined: "A, B". */
export function joined(parts: readonly (string | null | undefined | false)[], by = ', '): string {
  return parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '').join(by)
}

/** "Lawful basis assessment 3, assessed Tue 5 January 2027". */
export function assessmentLine({ reference, assessedOn }: Assessment): string {
  return joined([reference, assessedOn && `assessed ${formatDay(assessedOn)}`])
}

/** One line that names an organisation and how to reach it. */
export function organisationLine(organisation: Organisation): string {
  const { legalName, address, email, telephone, website } = organisation
  return joined([legalName, oneLine(address), email, telephone, email || telephone ? '' : website])
}

/** One line that names a person or office and how to reach it. */
export function contactLine(contact: Contact): string {
  const { name, role, email, telephone, address } = contact
  return joined([joined([name, role], ' · '), oneLine(address), email, telephone])
}

/** A passage on one line. */
export function oneLine(passage: string): string {
  return passage
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ')
}
