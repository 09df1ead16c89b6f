/** A key as pressed, whatever the platform's event looks like. */
export type PressedKey = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export type Shortcut =
  | {
      readonly does:
        | 'undo'
        | 'redo'
        | 'lock'
        | 'keys'
        | 'nextPart'
        | 'palette'
        | 'search'
        | 'today'
        | 'logBreach'
    }
  | { readonly does: 'section'; readonly index: number }

/** What a key does wherever the person is; while they type in a field, its own keys stay its own. */
export function shortcutOf(pressed: PressedKey, isTypingText: boolean): Shortcut | null {
  const { key, code, altKey, shiftKey } = pressed
  const command = pressed.ctrlKey || pressed.metaKey
  if (key === 'F6') return { does: 'nextPart' }
  if (altKey && !command && code === 'Digit0') return { does: 'today' }
  if (altKey && !command && /^Digit[1-8]$/.test(code))
    return { does: 'section', index: Number(code.slice(5)) - 1 }
  if (command && !altKey && !shiftKey && key.toLowerCase() === 'l') return { does: 'lock' }
  if (command && !altKey && !shiftKey && key.toLowerCase() === 'k') return { does: 'palette' }
  if (command && !altKey && shiftKey && key.toLowerCase() === 'f') return { does: 'search' }
  if (command && !altKey && shiftKey && key.toLowerCase() === 'b') return { does: 'logBreach' }
  if (isTypingText) return null
  if (command && !altKey && key.toLowerCase() === 'z') return { does: shiftKey ? 'redo' : 'undo' }
  if (command && !altKey && key.toLowerCase() === 'y') return { does: 'redo' }
  if (key === '?' && !command && !altKey) return { does: 'keys' }
  return null
}

/** Whether a key pressed there belongs to text being typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}

/** Whether something lies over the page, so that its keys are not meant. */
export const isCovered = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null
