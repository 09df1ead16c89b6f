import { textOfPieces } from '#shared/registers/letters/letter-words.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import { versionFor, versionLabel } from './versions.ts'

/** A letter that was written: whose it is, how long it is, and where it begins in the file to print. */
export type WrittenLetter = {
  readonly person: Recipient
  readonly letter: Letter
  readonly file: string
  readonly pages: number
  readonly firstPage: number
}

const HEADINGS = [
  'Reference',
  'Name',
  'Addressed to',
  'Address',
  'Email',
  'Greeting',
  'Letter',
  'Language or format needed',
  'What was affected',
  'File',
  'Pages',
  'First page in the file to print',
] as const

/** The letters as a table for a mail merge, the headings first. */
export function mailMergeRows(letters: readonly WrittenLetter[]): string[][] {
  return [[...HEADINGS], ...letters.map(rowOf)]
}

function rowOf({ person, letter, file, pages, firstPage }: WrittenLetter): string[] {
  return [
    person.reference,
    person.name,
    person.addressee.trim() || person.name,
    person.address,
    person.email,
    textOfPieces(letter.greeting),
    versionLabel(versionFor(person)),
    person.language,
    person.affected,
    file,
    `${pages}`,
    `${firstPage}`,
  ]
}
