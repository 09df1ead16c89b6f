/** The fewest characters a new passphrase may have. */
export const PASSPHRASE_MIN_LENGTH = 12

/** What is wrong with a passphrase for a new register, in words, or null when it will do. */
export function passphraseProblem(passphrase: string): string | null {
  if (passphrase.length < PASSPHRASE_MIN_LENGTH)
    return `Use at least ${PASSPHRASE_MIN_LENGTH} characters; four or five unrelated words work well`
  if (new Set(passphrase).size < 5) return 'Use more than a few different characters'
  return null
}
