import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'

type Reachable = Pick<Recipient, 'address' | 'safeToWrite'>

/** Whether somebody is still to be told. */
export function isToTell({ state }: Pick<Recipient, 'state'>): boolean {
  return state !== 'told' && state !== 'notTold'
}

/** Why a letter to somebody must not go out, in a sentence; null when it may. */
export function whyNoLetter({ address, safeToWrite }: Reachable): string | null {
  if (safeToWrite === 'no') return 'It is not safe to write there: tell them another way.'
  if (safeToWrite === 'check') return 'Whether it is safe to write there has to be checked first.'
  if (address.trim() === '') return 'There is no address for a letter.'
  return null
}
