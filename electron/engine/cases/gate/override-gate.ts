import type { KeptGateResult } from '#shared/registers/cases/case-gate.contract.ts'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { CaseStore } from '../open-cases.ts'
import { keepOverride } from './results.ts'

/** Who lets a pack through although the gate is shut, why and when; `actor` is whose register this is. */
export type Said = {
  readonly by: string
  readonly because: string
  readonly at: Instant
  readonly actor: string
}

/**
 * Keeps a second person's word about the last result of a pack; throws `invalid` where that person decided about the
 * documents, and `rule` where nothing is to be overridden.
 */
export function overrideGate(
  store: CaseStore,
  pack: number,
  { by, because, at, actor }: Said,
): KeptGateResult {
  const known = [actor, ...decidersOf(store)].map(plain).filter(Boolean)
  if (known.includes(plain(by)))
    throw new AppError(
      'invalid',
      `${by} worked on this case. Another person has to decide about the proof.`,
      {
        fields: { by: 'Somebody who decided nothing in this case' },
      },
    )
  if (store.raw.readonly)
    throw new AppError('read-only', 'The register is read-only, so nothing can be kept.')
  return keepOverride(store, pack, { by, because, at })
}

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

/** Everybody who flagged a page, placed a mark, decided about a person or froze a pack. */
function decidersOf({ raw }: CaseStore): string[] {
  return raw
    .prepare<[], string>(
      `select flagged_by from pages where flagged_by <> '' union select made_by from marks
       union select decided_by from people union select made_by from packs`,
    )
    .pluck()
    .all()
}
