import { type Delimiter, DELIMITERS } from '#shared/tables/table.ts'

/** How many lines are looked at. */
const LINES = 30

/**
 * What most likely stands between the cells of a text: what divides the most of its first lines into the same number
 * of cells. A text of one column has none; a comma is said then.
 */
export function guessDelimiter(text: string): Delimiter {
  const counts = countsByLine(text)
  const scores = DELIMITERS.map(({ code }) => ({ code, ...evenness(counts.map((line) => line[code] ?? 0)) }))
  const [best] = scores.toSorted((a, b) => b.share - a.share || b.most - a.most)
  return best!.share > 0 ? best!.code : ','
}

/** The share of the lines that have the most usual number of delimiters, and that number; nothing where it is nought. */
function evenness(counts: readonly number[]): { readonly share: number; readonly most: number } {
  const usual = new Map<number, number>()
  for (const count of counts) usual.set(count, (usual.get(count) ?? 0) + 1)
  const [most = 0, lines = 0] = [...usual].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  const some = counts.filter((count) => count > 0).length
  if (most > 0) return { share: lines / counts.length, most }
  // Notes of free text may be the longest part; a heading that is divided still tells.
  return { share: counts[0]! > 0 ? some / counts.length / 4 : 0, most: counts[0] ?? 0 }
}

/** How often each delimiter stands outside quotation marks, line by line. */
function countsByLine(text: string): ReadonlyArray<Partial<Record<string, number>>> {
  const lines: Array<Partial<Record<string, number>>> = [{}]
  let isQuoted = false
  for (const sign of text.slice(0, 200_000)) {
    const line = lines.at(-1)!
    if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (sign !== '\n' && sign !== '\r') line[sign] = (line[sign] ?? 0) + 1
    else if (Object.keys(line).length > 0) {
      if (lines.length === LINES) return lines
      lines.push({})
    }
  }
  return Object.keys(lines.at(-1)!).length > 0 || lines.length === 1 ? lines : lines.slice(0, -1)
}
