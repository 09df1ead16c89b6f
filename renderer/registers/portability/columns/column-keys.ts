import type { ColumnRule } from '#shared/portability/column-rule.ts'
import { isBare, type Pressed } from '#renderer/ui/pressed.ts'

/** What is decided about a column by one key. */
export type ColumnChange = Partial<Pick<ColumnRule, 'whose' | 'provenance' | 'basis' | 'means'>>

/** What a key does in the table of columns. */
export type ColumnKey =
  | { readonly does: 'set'; readonly change: ColumnChange }
  | {
      readonly does:
        | 'next'
        | 'previous'
        | 'undecided'
        | 'select'
        | 'accept'
        | 'acceptAll'
        | 'again'
        | 'undo'
        | 'keep'
        | 'match'
        | 'clear'
        | 'filter'
    }

const set = (change: ColumnChange): ColumnKey => ({ does: 'set', change })

/** The letters of Article 6(1) are its own; digits run through the answers from left to right. */
const KEYS: Readonly<Record<string, ColumnKey>> = {
  1: set({ whose: 'person' }),
  2: set({ whose: 'personAndOthers' }),
  3: set({ whose: 'others' }),
  4: set({ whose: 'nobody' }),
  5: set({ provenance: 'provided' }),
  6: set({ provenance: 'observed' }),
  7: set({ provenance: 'inferred' }),
  8: set({ provenance: 'created' }),
  9: set({ means: 'automated' }),
  0: set({ means: 'paper' }),
  a: set({ basis: '6-1-a' }),
  b: set({ basis: '6-1-b' }),
  c: set({ basis: '6-1-c' }),
  d: set({ basis: '6-1-d' }),
  e: set({ basis: '6-1-e' }),
  f: set({ basis: '6-1-f' }),
  g: set({ basis: '6-1-ea' }),
  x: set({ basis: '9-2-a' }),
  j: { does: 'next' },
  k: { does: 'previous' },
  n: { does: 'undecided' },
  ' ': { does: 'select' },
  y: { does: 'accept' },
  '.': { does: 'again' },
  z: { does: 'undo' },
  s: { does: 'keep' },
  m: { does: 'match' },
  delete: { does: 'clear' },
  '/': { does: 'filter' },
}

/** What a key does in the table of columns; null where it is none of its keys. */
export function columnKeyOf(pressed: Pressed): ColumnKey | null {
  if (!isBare(pressed)) return null
  const name = pressed.key.toLowerCase()
  if (pressed.shiftKey && name === 'y') return { does: 'acceptAll' }
  // A slash may need Shift to be typed.
  if (pressed.shiftKey && name !== '/') return null
  return KEYS[name] ?? null
}

/** The step before or the next one; null where the key is neither. */
export function stepKeyOf(pressed: Pressed): { readonly does: 'before' | 'after' } | null {
  if (!isBare(pressed)) return null
  return pressed.key === '[' ? { does: 'before' } : pressed.key === ']' ? { does: 'after' } : null
}

/** The key that gives an answer, for tooltips: "1", "A". */
export function keyFor(wanted: ColumnChange): string {
  const [field, value] = Object.entries(wanted)[0]!
  const found = Object.entries(KEYS).find(
    ([, key]) => key.does === 'set' && key.change[field as keyof ColumnChange] === value,
  )
  return found ? found[0].toUpperCase() : ''
}
