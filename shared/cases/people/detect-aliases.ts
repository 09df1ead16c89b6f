import type { Detected } from './detected.ts'
import { roleIn } from './role-words.ts'

/** Words that stand for one person in a file: small where families write so, large where reports do. */
const ALIAS =
  /(?<![\p{L}\p{N}])(?:[Mm]um(?:my)?|[Mm]am|[Dd]ad(?:dy)?|[Nn]an(?:a|ny)?|[Gg]ran(?:ny|dad|dma|dpa)?|[Ss]tep-?(?:mum|dad)|(?:Step-?)?(?:Mother|Father)|Maternal [Gg]rand(?:mother|father)|Paternal [Gg]rand(?:mother|father)|MGM|MGF|PGM|PGF|[Ff]oster (?:carer|mum|dad|mother|father)|(?:Auntie|Aunty|Uncle)(?: \p{Lu}\p{Ll}+)?)(?![\p{L}\p{N}])/gu

/** Words such as "Mum" and "foster carer" that stand for somebody; one find of each on a page. */
export function detectAliases(text: string): Detected[] {
  const seen = new Map<string, Detected>()
  for (const match of text.matchAll(ALIAS)) {
    const alias = `${match[0].charAt(0).toUpperCase()}${match[0].slice(1)}`
    if (seen.has(alias)) continue
    const [start, end] = [match.index, match.index + match[0].length]
    seen.set(alias, {
      text: alias,
      kind: 'alias',
      because: 'relation word',
      start,
      end,
      ...roleIn(alias),
      near: '',
    })
  }
  return [...seen.values()]
}
