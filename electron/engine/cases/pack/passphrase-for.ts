import { randomInt } from 'node:crypto'
import { newPackPassphrase, weaknessOf } from '#shared/cases/pack-passphrase.ts'
import { AppError } from '#shared/errors.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'

type Chosen = { readonly delivery: string; readonly passphrase: string | null }

/**
 * The passphrase of a pack: the one that was typed, the one that is kept, or a new one; none where it stays open. Throws
 * `invalid` where the typed one is weak.
 */
export function passphraseFor(
  { delivery, passphrase }: Chosen,
  keptOne: string | null,
  known: readonly string[],
) {
  if (delivery === 'open') return { passphrase: null, isNew: false }
  if (passphrase === null)
    return keptOne === null
      ? { passphrase: newPackPassphrase(randomInt), isNew: true }
      : { passphrase: keptOne, isNew: false }
  const weakness = weaknessOf(passphrase, known)
  if (weakness) throw new AppError('invalid', weakness, { fields: { passphrase: weakness } })
  return { passphrase, isNew: false }
}

/** What somebody who guesses would try first. */
export const knownTo = ({ reference, requesterName, personName }: RequestRecord) => [
  reference,
  ...`${requesterName} ${personName}`.split(/\s+/u),
]
