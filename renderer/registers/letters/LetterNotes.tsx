import { RouteLink } from '#renderer/app/routing.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { missingIn } from '#shared/registers/letters/letter-words.ts'
import { hrefOfSource, wordsOfSource } from './field-href.ts'
import classes from './letters.module.css'

type LetterNotesProps = {
  readonly letter: Letter
  readonly register: LetterRegister
  readonly record: AnyRecord
}

/** What is not in the letter yet, what to check before sending it, and the law behind it. */
export function LetterNotes({ letter, register, record }: LetterNotesProps) {
  const missing = missingIn(letter)
  return (
    <div className={classes.notes}>
      <p className={classes.quiet}>Says what these ask for: {letter.basis}</p>
      {missing.length > 0 && (
        <div role="group" aria-label="Still missing">
          <strong>Still missing: </strong>
          <ul>
            {missing.map(({ label, from }) => {
              const href = hrefOfSource(register, record, from)
              return (
                <li key={label}>
                  {href ? <RouteLink href={href}>{label}</RouteLink> : label}, from{' '}
                  {wordsOfSource(register, from)}
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
