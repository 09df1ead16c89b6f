import type { Tally } from '#shared/described/field.ts'

/** A count known better or worse: numbers that no longer say anything are let go. */
export function withTallyState({ from, to }: Tally, state: Tally['state']): Tally {
  if (state === 'unknown') return { state, from: null, to: null }
  return { state, from, to: state === 'range' ? to : null }
}
