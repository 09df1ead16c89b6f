import { isBare, type Pressed } from '#renderer/ui/pressed.ts'

/** What a key does in a second check. */
export type CheckKey = {
  readonly does:
    | 'next'
    | 'previous'
    | 'nextToDo'
    | 'agree'
    | 'return'
    | 'repeat'
    | 'undo'
    | 'redo'
    | 'view'
    | 'showText'
    | 'showPicture'
}

const PLAIN: Readonly<Record<string, CheckKey['does']>> = {
  j: 'next',
  k: 'previous',
  n: 'nextToDo',
  y: 'agree',
  x: 'return',
  '.': 'repeat',
  z: 'undo',
  v: 'view',
  i: 'showPicture',
}

const SHIFTED: Readonly<Record<string, CheckKey['does']>> = { z: 'redo', v: 'showText' }

/** What a key does in a second check; null where it is none of its keys. Ctrl, Alt and Cmd belong to the program. */
export function checkKeyOf(pressed: Pressed): CheckKey | null {
  const { key, shiftKey } = pressed
  if (!isBare(pressed)) return null
  const name = key.toLowerCase()
  // On some keyboards a dot is typed with Shift.
  const does = name === '.' ? PLAIN[name] : (shiftKey ? SHIFTED : PLAIN)[name]
  return does ? { does } : null
}
