import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CORPUS = fileURLToPath(new URL('../../../shared/corpora/injection/', import.meta.url))

/** Strings that have broken programs: for databases, scripts, spreadsheets, shells, paths, and Unicode. */
export const NAUGHTY: readonly string[] = [
  `'; DROP TABLE activities; --`,
  `" OR ""="`,
  `%_\\%`,
  'a\u0000b',
  '\uD800',
  'x\uDC00y',
  '\uFFFE\uFFFF',
  '\u202Eevil\u202C',
  'zero\u200Bwidth\u2060joiner\u200D',
  '\uFEFFbyte order mark',
  'e\u0301 é ﬁ Ⅷ',
  'ẞ ß SS İ i̇ ı',
  'Z̸̡̛̳͈̈́͌a̴͕͑l̶̰̀g̷̦̎ó̵̠',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'مرحبا שלום mixed',
  '\t\r\n\v\f\u0085\u2028\u2029.',
  '   both ends   ',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}} ${7*7} <%= 7*7 %> #{7*7}',
  '=1+1',
  `=cmd|' /C calc'!A0`,
  '@SUM(1+1)',
  '+44 20 7946 0018',
  '-2+3',
  '\t=1+1',
  '../../../../etc/passwd',
  'C:\\Windows\\System32\\con',
  'CON',
  '$(touch x) `touch x` ; touch x | touch x',
  '%s%n%x %00 %0d%0a',
  '__proto__',
  'constructor',
  '{"$ne":null}',
  'null',
  'undefined',
  'NaN',
  '0x1F',
  '1E400',
  '\\u0041 \\x41 &#65; &lt;',
  'a,b;"c"\n"d',
]

/** Public collections of such strings, when they lie beside the checkout; null when they do not. */
export function naughtyCorpora(): { words: string[]; pairs: string[] } | null {
  if (!existsSync(CORPUS)) return null
  const json = (name: string) => JSON.parse(readFileSync(CORPUS + name, 'utf8')) as unknown
  const names = (json('names.json') as Array<{ name: string }>).map(({ name }) => name)
  const pairs = readFileSync(`${CORPUS}search-pairs.tsv`, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split('\t').slice(0, 2))
  const words = [
    ...(json('blns/blns.json') as string[]),
    ...names,
    ...(json('formula-cells.json') as string[]),
  ]
  return { words, pairs: pairs.filter(Boolean) }
}
