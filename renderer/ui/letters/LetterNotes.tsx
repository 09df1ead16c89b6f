import { RouteLink } from '#renderer/app/routing.tsx'
import type { Letter, LetterSource } from '#shared/registers/letters/letter.schema.ts'
import { missingIn } from '#shared/registers/letters/letter-words.ts'
import classes from './letter-notes.module.css'

type LetterNotesProps = {
  readonly letter: Letter
  /** Where a fact is entered; null where nobody can say. */
  readonly hrefOf: (from: string, source?: LetterSource) => string | null
  /** Where a fact comes from, in words. */
  readonly wordsOf: (from: string) => string
  /** Whether a fact that is not there is worth a word; every one where it is left out. */
  readonly isWanted?: (from: string) => boolean
}

/** What is not in a letter yet, what to check before it is sent, and the law behind it. */
export function LetterNotes({ letter, hrefOf, wordsOf, isWanted = () => true }: LetterNotesProps) {
  const missing = missingIn(letter).filter(({ from }) => isWanted(from))
  return (
    <div className={classes.notes}>
      <p className={classes.basis}>Says what these ask for: {letter.basis}</p>
      {missing.length > 0 && (
        <div role="group" aria-label="Still missing">
          <strong>Still missing: </strong>
          <ul>
            {missing.map(({ label, from, source }) => {
              const href = hrefOf(from, source)
              return (
                <li key={label}>
                  {href ? <RouteLink href={href}>{label}</RouteLink> : label}
                  {!label.includes(from) && `, from ${wordsOf(from)}`}
                </li>
              )
            })}
          </ul>
        </div>
      )}
      {letter.checks.map((check) => (
        <p key={check} className={classes.check}>
          Check: {check}
        </p>
      ))}
    </div>
  )
}
