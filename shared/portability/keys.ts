/** The longest a key may be. */
const LONGEST = 60

/** File names that Windows keeps for itself, whatever their ending, and the one whose schema every export has. */
const KEPT = /^(?:about|con|prn|aux|nul|com\d|lpt\d)$/u

/**
 * Names for columns that every form takes, one for each name given, no two alike: a small letter, then small letters,
 * digits and underscores, at most 60. "E-mail (home)" is `e_mail_home`, a second one `e_mail_home_2`.
 */
export function exportKeys(names: readonly string[]): string[] {
  return distinct(
    names.map((name) => safe(name, '_', 'column')),
    '_',
  )
}

/** Names for tables and the stems of their files, as `exportKeys` but with hyphens, and none that is kept for something else. */
export function tableKeys(names: readonly string[]): string[] {
  return distinct(
    names.map((name) => {
      const stem = safe(name, '-', 'table')
      return KEPT.test(stem) ? `table-${stem}` : stem
    }),
    '-',
  )
}

function safe(name: string, joint: '_' | '-', empty: string): string {
  const words = name
    .slice(0, 4_000)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '')
  const plain = words.join(joint)
  if (plain === '') return empty
  // Names that begin with "xml" are kept back by XML, and a name begins with a letter.
  const stem = /^[a-z](?<!x(?=ml))/u.test(plain) ? plain : `${empty}${joint}${plain}`
  return stem.slice(0, LONGEST).replace(/[-_]+$/u, '')
}

function distinct(stems: readonly string[], joint: '_' | '-'): string[] {
  const taken = new Set(stems)
  const given = new Set<string>()
  const nexts = new Map<string, number>()
  return stems.map((stem) => {
    let key = stem
    for (let nth = nexts.get(stem) ?? 2; given.has(key); nth++) {
      const numbered = `${stem.slice(0, LONGEST - 1 - String(nth).length)}${joint}${nth}`
      nexts.set(stem, nth + 1)
      // A number that another name has by itself is left to it.
      if (!taken.has(numbered)) key = numbered
    }
    given.add(key)
    return key
  })
}
