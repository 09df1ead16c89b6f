import { LetterSheet } from '#renderer/ui/letters/LetterSheet.tsx'
import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { wordsOfSource } from './field-href.ts'

type LetterPreviewProps = {
  readonly letter: Letter
  readonly register: LetterRegister
}

/** The letter as it will read, with where each fact comes from. */
export function LetterPreview({ letter, register }: LetterPreviewProps) {
  return <LetterSheet letter={letter} wordsOf={(from) => wordsOfSource(register, from)} />
}
