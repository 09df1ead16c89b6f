import { isBare, type Pressed } from '#renderer/ui/pressed.ts'

/** What a key does in the ledger of people. */
export type PeopleKey =
  | {
      readonly does:
        | 'next'
        | 'previous'
        | 'select'
        | 'merge'
        | 'add'
        | 'withhold'
        | 'disclose'
        | 'clear'
        | 'reason'
        | 'who'
        | 'form'
        | 'places'
        | 'filter'
        | 'remove'
        | 'terms'
        | 'undo'
        | 'redo'
    }
  | { readonly does: 'show'; readonly index: number }

/** What a key does among the saved terms. */
export type TermKey = {
  readonly does:
    | 'next'
    | 'previous'
    | 'add'
    | 'edit'
    | 'remove'
    | 'look'
    | 'lookForAll'
    | 'paste'
    | 'filter'
    | 'people'
    | 'undo'
    | 'redo'
}

const PEOPLE: Readonly<Record<string, PeopleKey>> = {
  j: { does: 'next' },
  k: { does: 'previous' },
  ' ': { does: 'select' },
  m: { does: 'merge' },
  a: { does: 'add' },
  '+': { does: 'add' },
  w: { does: 'withhold' },
  d: { does: 'disclose' },
  c: { does: 'clear' },
  r: { does: 'reason' },
  e: { does: 'who' },
  f: { does: 'form' },
  p: { does: 'places' },
  '/': { does: 'filter' },
  delete: { does: 'remove' },
  t: { does: 'terms' },
  z: { does: 'undo' },
  1: { does: 'show', index: 0 },
  2: { does: 'show', index: 1 },
  3: { does: 'show', index: 2 },
  4: { does: 'show', index: 3 },
}

const TERMS: Readonly<Record<string, TermKey>> = {
  j: { does: 'next' },
  k: { does: 'previous' },
  a: { does: 'add' },
  '+': { does: 'add' },
  e: { does: 'edit' },
  delete: { does: 'remove' },
  l: { does: 'look' },
  i: { does: 'paste' },
  '/': { does: 'filter' },
  t: { does: 'people' },
  z: { does: 'undo' },
}

/** What a key does in the ledger of people; null where it is none of its keys. */
export function peopleKeyOf(pressed: Pressed): PeopleKey | null {
  if (pressed.shiftKey && pressed.key.toLowerCase() === 'z') return isBare(pressed) ? { does: 'redo' } : null
  return find(PEOPLE, pressed)
}

/** What a key does among the saved terms; null where it is none of its keys. */
export function termKeyOf(pressed: Pressed): TermKey | null {
  const name = pressed.key.toLowerCase()
  if (!pressed.shiftKey || !isBare(pressed)) return find(TERMS, pressed)
  if (name === 'z') return { does: 'redo' }
  return name === 'l' ? { does: 'lookForAll' } : find(TERMS, pressed)
}

/** Ctrl, Alt and Cmd belong to the program; a plus or a slash may need Shift to be typed. */
function find<Key>(keys: Readonly<Record<string, Key>>, pressed: Pressed): Key | null {
  const name = pressed.key.toLowerCase()
  if (!isBare(pressed) || (pressed.shiftKey && name !== '+' && name !== '/')) return null
  return keys[name] ?? null
}
