import { AppError } from '#shared/errors.ts'
import type { CaseStore } from '../open-cases.ts'

/** Cases in which marks of people or terms are being placed. */
const busy = new WeakSet<CaseStore['raw']>()

/**
 * Does long work on the marks of a case while nothing else changes who is withheld where; throws `rule` where such work
 * is under way, or the case cannot be written.
 */
export async function whileAlone<Result>(store: CaseStore, work: () => Promise<Result>): Promise<Result> {
  refuseWhileBusy(store)
  if (store.raw.readonly)
    throw new AppError('read-only', 'The register is open to read only, so nothing can be written down here.')
  busy.add(store.raw)
  try {
    return await work()
  } finally {
    busy.delete(store.raw)
  }
}

/** Throws `rule` while marks of people or terms are being placed in a case. */
export function refuseWhileBusy({ raw }: CaseStore): void {
  if (busy.has(raw))
    throw new AppError(
      'rule',
      'Marks are being placed in this case just now. Wait until that is done, or stop it.',
    )
}
