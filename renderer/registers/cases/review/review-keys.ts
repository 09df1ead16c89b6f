import type { PageFlag } from '#shared/cases/page.ts'
import { isBare, type Pressed } from '#renderer/ui/pressed.ts'

/** What a key does in review. */
export type ReviewKey =
  | { readonly does: 'flag'; readonly flag: PageFlag }
  | {
      readonly does:
        | 'next'
        | 'previous'
        | 'nextDocument'
        | 'previousDocument'
        | 'releaseDocument'
        | 'repeat'
        | 'split'
        | 'merge'
        | 'type'
        | 'date'
        | 'reason'
        | 'goTo'
        | 'find'
        | 'nextHit'
        | 'previousHit'
        | 'undo'
        | 'redo'
        | 'showPicture'
        | 'showText'
        | 'view'
    }

const PLAIN: Readonly<Record<string, ReviewKey>> = {
  j: { does: 'next' },
  k: { does: 'previous' },
  a: { does: 'flag', flag: 'release' },
  w: { does: 'flag', flag: 'withhold' },
  o: { does: 'flag', flag: 'outOfScope' },
  u: { does: 'flag', flag: 'duplicate' },
  q: { does: 'flag', flag: 'query' },
  '.': { does: 'repeat' },
  s: { does: 'split' },
  m: { does: 'merge' },
  t: { does: 'type' },
  d: { does: 'date' },
  r: { does: 'reason' },
  g: { does: 'goTo' },
  '/': { does: 'find' },
  n: { does: 'nextHit' },
  p: { does: 'previousHit' },
  z: { does: 'undo' },
  i: { does: 'showPicture' },
  v: { does: 'view' },
}

const SHIFTED: Readonly<Record<string, ReviewKey>> = {
  j: { does: 'nextDocument' },
  k: { does: 'previousDocument' },
  a: { does: 'releaseDocument' },
  z: { does: 'redo' },
  v: { does: 'showText' },
}

/** What a key does in review; null where it is none of its keys. Ctrl, Alt and Cmd belong to the program. */
export function reviewKeyOf(pressed: Pressed): ReviewKey | null {
  const { key, shiftKey } = pressed
  if (!isBare(pressed)) return null
  const name = key.toLowerCase()
  // On some keyboards a slash or a dot is typed with Shift.
  if (name === '/' || name === '.') return PLAIN[name]!
  return (shiftKey ? SHIFTED : PLAIN)[name] ?? null
}
