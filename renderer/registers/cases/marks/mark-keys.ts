import type { WordStep } from './word-steps.ts'
import { isBare, type Pressed } from '#renderer/ui/pressed.ts'

/** What a key does with the marks of a page. */
export type MarkKey =
  | { readonly does: 'move'; readonly step: WordStep; readonly selects: boolean }
  | { readonly does: 'quick'; readonly number: number }
  | {
      readonly does:
        | 'mark'
        | 'leave'
        | 'nextMark'
        | 'previousMark'
        | 'remove'
        | 'box'
        | 'parts'
        | 'person'
        | 'ledger'
        | 'accept'
        | 'reject'
        | 'extend'
        | 'copy'
        | 'like'
        | 'otherReason'
    }

const PLAIN: Readonly<Record<string, MarkKey>> = {
  b: { does: 'box' },
  f: { does: 'parts' },
  h: { does: 'person' },
  y: { does: 'accept' },
  x: { does: 'reject' },
  e: { does: 'extend' },
  c: { does: 'copy' },
  l: { does: 'like' },
  '0': { does: 'otherReason' },
  enter: { does: 'mark' },
  escape: { does: 'leave' },
  tab: { does: 'nextMark' },
  delete: { does: 'remove' },
}

const SHIFTED: Readonly<Record<string, MarkKey>> = {
  h: { does: 'ledger' },
  tab: { does: 'previousMark' },
}

const STEPS: Readonly<Record<string, WordStep>> = {
  arrowleft: 'left',
  arrowright: 'right',
  arrowup: 'up',
  arrowdown: 'down',
}

/** These mean something everywhere; they act on marks only where the page has the focus. */
const OF_THE_PAGE: ReadonlySet<MarkKey['does']> = new Set([
  'move',
  'mark',
  'leave',
  'nextMark',
  'previousMark',
  'remove',
])

/** What a key does with marks; null where it is none of theirs. Ctrl, Alt and Cmd belong to the program. */
export function markKeyOf(pressed: Pressed): MarkKey | null {
  const { key, shiftKey } = pressed
  if (!isBare(pressed)) return null
  const name = key.toLowerCase()
  const step = STEPS[name]
  if (step) return { does: 'move', step, selects: shiftKey }
  // On some keyboards a digit is typed with Shift.
  if (/^[1-9]$/.test(name)) return { does: 'quick', number: Number(name) }
  return (shiftKey ? SHIFTED : PLAIN)[name] ?? null
}

/** Whether a key acts on marks only while the page has the focus, for it means something else in a list or a button. */
export const needsThePage = ({ does }: MarkKey): boolean => OF_THE_PAGE.has(does)
