import { passphraseProblem } from '#shared/registers/registerFile/passphrase.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { type TypedTwice, typedTwiceProblem } from './typed-twice.ts'

type NewPassphraseProps = {
  readonly typed: TypedTwice
  /** Whether to say what is wrong, or only how to do it well. */
  readonly showProblems: boolean
  readonly autoFocus?: boolean
  readonly onChange: (typed: TypedTwice) => void
}

/** Asks for a new passphrase twice, with advice as it is typed. */
export function NewPassphrase({ typed, showProblems, autoFocus = false, onChange }: NewPassphraseProps) {
  const problem = typedTwiceProblem(typed)
  return (
    <>
      <PassphraseField
        label="New passphrase"
        isNew
        autoFocus={autoFocus}
        value={typed.first}
        hint={adviceFor(typed.first)}
        error={showProblems ? problem?.first : undefined}
        onChange={(first) => onChange({ ...typed, first })}
      />
      <PassphraseField
        label="Passphrase again"
        isNew
        value={typed.second}
        error={showProblems ? problem?.second : undefined}
        onChange={(second) => onChange({ ...typed, second })}
      />
    </>
  )
}

function adviceFor(passphrase: string): string {
  if (!passphrase) return 'Four or five unrelated words are easy to remember and hard to guess'
  return passphraseProblem(passphrase) ?? 'Long enough'
}
