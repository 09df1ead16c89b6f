/** The words of a text, small and without accents. */
export function tokensOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** How often each word stands in a text. */
export function countTokens(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokensOf(text)) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

/** How often some letters stand in others. */
export function countIn(text: string, part: string): number {
  if (part === '') return 0
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1
  return count
}
