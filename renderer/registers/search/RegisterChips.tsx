import type { RegisterName } from '#shared/records/record.ts'
import { REGISTER_WORDS } from '#shared/records/register-words.ts'
import type { Output } from '#shared/rpc/contract.ts'
import classes from './search.module.css'

type RegisterChipsProps = {
  readonly counts: Output<'search.counts'>
  readonly chosen: readonly RegisterName[]
  readonly onChange: (chosen: readonly RegisterName[]) => void
}

/** The registers that hold results, each with its count; pressed ones are the only ones shown. */
export function RegisterChips({ counts, chosen, onChange }: RegisterChipsProps) {
  // One that was chosen stays in reach when it holds nothing more.
  const empty = chosen.filter((name) => !counts.some(({ register }) => register === name))
  const chips = [...counts, ...empty.map((register) => ({ register, count: 0 }))]
  const toggled = (register: RegisterName) =>
    chosen.includes(register) ? chosen.filter((name) => name !== register) : [...chosen, register]
  return (
    <div className={classes.chips} role="group" aria-label="Only these registers">
      {chips.map(({ register, count }) => (
        <button
          key={register}
          type="button"
          aria-pressed={chosen.includes(register)}
          onClick={() => onChange(toggled(register))}
        >
          {REGISTER_WORDS[register].many}{' '}
          <span className={classes.count}>{count.toLocaleString('en-GB')}</span>
        </button>
      ))}
      {chosen.length > 0 && (
        <button type="button" className={classes.all} onClick={() => onChange([])}>
          All registers
        </button>
      )}
    </div>
  )
}
