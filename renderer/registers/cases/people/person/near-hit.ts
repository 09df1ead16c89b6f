type Part = { readonly text: string; readonly hit: boolean }

/** Letters before what was found that are shown, so that it stays in sight in a narrow list. */
const BEFORE = 40

/** The parts of a line, with what stands before the hit cut to its last words. */
export function nearHit(parts: readonly Part[]): readonly Part[] {
  const [first, ...rest] = parts
  if (!first || first.hit || first.text.length <= BEFORE) return parts
  const tail = first.text.slice(-BEFORE)
  const from = tail.search(/\s/u)
  return [{ text: `… ${tail.slice(from + 1)}`, hit: false }, ...rest]
}
