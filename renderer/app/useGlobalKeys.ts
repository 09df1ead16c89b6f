import { useEffect, useRef } from 'react'
import { openPalette } from '#renderer/registers/search/Palette.tsx'
import { openLogBreach } from '#renderer/registers/breaches/log-breach.ts'
import { openSearch } from '#renderer/registers/search/open-search.ts'
import { isTyping, shortcutOf } from './global-keys.ts'
import { openKeySheet } from './key-sheet.ts'
import { lockNow } from './lock-now.ts'
import { hrefOf, navigate, NUMBERED_SECTIONS } from './routing.tsx'
import { useUndo } from './useUndo.ts'

/** The keys that work wherever the person is. */
export function useGlobalKeys(): void {
  const undo = useRef(useUndo())
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const shortcut = shortcutOf(event, isTyping(event.target))
      if (!shortcut) return
      event.preventDefault()
      switch (shortcut.does) {
        case 'undo':
          return undo.current.undo()
        case 'redo':
          return undo.current.redo()
        case 'lock':
          return lockNow()
        case 'palette':
          return openPalette()
        case 'search':
          return openSearch()
        case 'logBreach':
          return openLogBreach()
        case 'keys':
          return openKeySheet()
        case 'nextPart':
          return focusNextPart(event.shiftKey)
        case 'today':
          return navigate(hrefOf('today'))
        case 'section':
          return navigate(hrefOf(NUMBERED_SECTIONS[shortcut.index] ?? 'activities'))
      }
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function focusNextPart(backwards: boolean): void {
  const parts = ['nav a[aria-current]', 'header button', '#main']
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .filter((part) => part !== null)
  const here = parts.findIndex((part) => part.closest('nav, header, main')?.contains(document.activeElement))
  const next = (here + (backwards ? parts.length - 1 : 1)) % parts.length
  parts[next]?.focus()
}
