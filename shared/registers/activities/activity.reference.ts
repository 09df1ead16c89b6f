/**
 * The next free reference in the series that fits: the series of a model
 * reference ("PCS-04" gives "PCS-…"), or the initials of an organisation's
 * name, or "A". Numbers are never given twice while the highest is in use.
 */
export function nextReference(taken: readonly string[], model: string): string {
  const prefix = /^([A-Z]{1,8})-\d+$/.exec(model)?.[1] ?? (initials(model) || 'A')
  const numbers = taken.flatMap((reference) => {
    const [, series, number] = /^([A-Z]{1,8})-(\d+)$/.exec(reference) ?? []
    return series === prefix ? [Number(number)] : []
  })
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

function initials(name: string): string {
  const words = name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !['Limited', 'Ltd', 'The'].includes(word))
  return words
    .map((word) => word.normalize('NFKD').charAt(0))
    .filter((letter) => /[A-Z]/.test(letter))
    .join('')
    .slice(0, 4)
}
