/** The least and the most of the width that the left part may have, in percent. */
export const LEAST = 22
export const MOST = 78

/** Where an arrow key puts the line; null for other keys. */
export function shareAfterKey(share: number, key: string): number | null {
  if (key === 'ArrowLeft') return clampShare(share - 2)
  if (key === 'ArrowRight') return clampShare(share + 2)
  if (key === 'Home') return LEAST
  if (key === 'End') return MOST
  return null
}

/** The share nearest to this one that is allowed. */
export function clampShare(share: number): number {
  return Math.max(LEAST, Math.min(MOST, share))
}
