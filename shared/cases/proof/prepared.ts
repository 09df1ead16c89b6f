import { prepare, type Prepared } from '../needles/find-form.ts'

/** Texts that stay prepared: each is looked through for several things one after another. */
const KEPT = 6
const kept = new Map<string, Prepared>()

/** A text made ready to be looked through; the last few are remembered. */
export function preparedText(text: string): Prepared {
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  const prepared = prepare(text)
  kept.set(text, prepared)
  return prepared
}
