import { LetterSheet } from '#renderer/ui/letters/LetterSheet.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { hrefOfFact, wordsOfFact } from './field-href.ts'

type LetterPreviewProps = {
  readonly letter: Letter
  readonly register: LetterRegister
  readonly record: Pick<AnyRecord, 'id' | 'organisationId'>
  /** What it is called for who does not see it. */
  readonly label?: string
  /** Nothing leads anywhere, as for a request that is made up. */
  readonly isPlain?: boolean
}

/** The letter as it will read; each fact leads to where it comes from. */
export function LetterPreview({
  letter,
  register,
  record,
  label = 'The letter',
  isPlain = false,
}: LetterPreviewProps) {
  return (
    <LetterSheet
      letter={letter}
      label={label}
      wordsOf={(from, source) => wordsOfFact(register, { from, source })}
      hrefOf={(piece) => (isPlain ? null : hrefOfFact(register, record, piece))}
    />
  )
}
