/** Letters and digits that cannot be taken for one another when they are read aloud or copied by hand. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUPS = 5
const IN_GROUP = 4
const LEAST = 14
const LEAST_DIFFERENT = 8

/** A passphrase of twenty letters in groups of four: a hundred random bits. `random` gives whole numbers below its argument. */
export function newPackPassphrase(random: (below: number) => number): string {
  const letter = () => LETTERS[random(LETTERS.length)]!
  return Array.from({ length: GROUPS }, () => Array.from({ length: IN_GROUP }, letter).join('')).join('-')
}

/** Why a passphrase is too weak to protect a pack that may be copied and guessed at for years; null when it will do. */
export function weaknessOf(passphrase: string, known: readonly string[]): string | null {
  const bare = passphrase.trim()
  if (bare.length < LEAST)
    return `Use at least ${LEAST} letters: several words are easier to type than few odd signs.`
  if (bare !== passphrase) return 'Leave out the spaces before and after it: nobody sees them.'
  if (new Set(bare.toLowerCase()).size < LEAST_DIFFERENT) return 'Use more different letters.'
  const plain = bare.toLowerCase()
  const part = known
    .map((one) => one.trim().toLowerCase())
    .find((one) => one.length >= 4 && plain.includes(one))
  return part === undefined
    ? null
    : 'Leave out names, dates and references of the request: they are the first that is tried.'
}
