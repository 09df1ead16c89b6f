/** A stretch of text, and whether it is one of the words looked for. */
export type Piece = { readonly text: string; readonly hit: boolean }

/** What counts as a word, as the index of the search sees it: letters and digits, with their accents. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu

/** Characters of a passage that are shown around its first match. */
const SHOWN = 180
const SHOWN_BEFORE = 50

/** Folds text so that it is found whatever its letter case and accents. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/**
 * What a person typed, as groups of folded words: one group for each stretch between blanks, so that
 * `HS-09` is "hs" followed by "09". Signs that are no words are left out, so nothing typed is ever an operator.
 */
export function wordGroups(typed: string): readonly (readonly string[])[] {
  return foldText(typed)
    .split(/\s+/)
    .map((stretch) => stretch.match(WORD) ?? [])
    .filter((group) => group.length > 0)
}

/** A text in pieces, the words that begin with one of those typed told apart. */
export function markWords(text: string, typed: string): readonly Piece[] {
  const wanted = wordGroups(typed).flat()
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    if (!isHit(match[0], wanted)) continue
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), hit: false })
    end = match.index + match[0].length
    pieces.push({ text: match[0], hit: true })
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false })
  return pieces
}

/** The line of a text that holds most of the words typed, cut to what surrounds the first; none when none does. */
export function snippetOf(text: string, title: string, typed: string): readonly Piece[] {
  const wanted = wordGroups(typed).flat()
  const known = foldText(title)
  let [best, most] = ['', 0]
  for (const line of text.split('\n')) {
    const count = countWanted(line, wanted)
    // What the title says already needs no second line.
    if (count > most && !known.includes(foldText(line))) [best, most] = [line, count]
  }
  return markWords(aroundFirst(best, wanted), typed)
}

function countWanted(line: string, wanted: readonly string[]): number {
  const words = (line.match(WORD) ?? []).map(foldText)
  return wanted.filter((one) => words.some((word) => word.startsWith(one))).length
}

function aroundFirst(line: string, wanted: readonly string[]): string {
  if (line.length <= SHOWN) return line.trim()
  const first = [...line.matchAll(WORD)].find(([word]) => isHit(word, wanted))?.index ?? 0
  const blank = line.lastIndexOf(' ', Math.max(0, first - SHOWN_BEFORE))
  const start = first <= SHOWN_BEFORE || blank < 0 ? 0 : blank + 1
  const cut = line.slice(start, start + SHOWN)
  const last = start + SHOWN < line.length ? cut.lastIndexOf(' ') : cut.length
  const shown = last > SHOWN / 2 ? cut.slice(0, last) : cut
  return `${start > 0 ? '… ' : ''}${shown.trim()}${start + shown.length < line.length ? ' …' : ''}`
}

function isHit(word: string, wanted: readonly string[]): boolean {
  const folded = foldText(word)
  return wanted.some((one) => folded.startsWith(one))
}
