/** A stretch of the text; those with a number rest a proposal on it. */
export type Stretch = { readonly text: string; readonly isQuoted: boolean; readonly isActive: boolean }

/** Cuts a text where quotes begin and end, so that each can be marked; quotes that overlap become one stretch. */
export function stretchesOf(
  text: string,
  quotes: readonly string[],
  active: string | null,
): readonly Stretch[] {
  const marked = [...new Set(active ? [...quotes, active] : quotes)].flatMap((quote) => {
    const at = quote === '' ? -1 : text.indexOf(quote)
    return at < 0 ? [] : [{ from: at, to: at + quote.length, isActive: quote === active }]
  })
  const edges = [...new Set([0, text.length, ...marked.flatMap(({ from, to }) => [from, to])])].toSorted(
    (one, other) => one - other,
  )
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!
    const here = marked.filter((one) => one.from <= from && one.to >= to)
    return {
      text: text.slice(from, to),
      isQuoted: here.length > 0,
      isActive: here.some(({ isActive }) => isActive),
    }
  })
}
