import { LetterNotes } from '#renderer/ui/letters/LetterNotes.tsx'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { hrefOfSource, isOfPerson, wordsOfSource } from './letter-sources.ts'

type NoticeNotesProps = {
  readonly letter: Letter
  readonly breach: Breach
  /** The record of the person it goes to; null for the example, in which nobody's facts are missing. */
  readonly person: string | null
}

/** The notes on a letter or notice of a breach. */
export function NoticeNotes({ letter, breach, person }: NoticeNotesProps) {
  return (
    <LetterNotes
      letter={letter}
      hrefOf={(from) => hrefOfSource(breach, person, from)}
      wordsOf={wordsOfSource}
      isWanted={(from) => person !== null || !isOfPerson(from)}
    />
  )
}
