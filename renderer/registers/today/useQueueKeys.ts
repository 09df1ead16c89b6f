import type { KeyboardEvent, RefObject } from 'react'

type QueueActions = {
  readonly setOpen: (key: string, isOpen: boolean) => void
  readonly snooze: (key: string) => void
}

/** The keys of the queue: up and down between lines, right and left to show and hide the reasons, Z for the reminder. */
export function useQueueKeys(page: RefObject<HTMLElement | null>, { setOpen, snooze }: QueueActions) {
  return (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    // What stands in a portal bubbles here too, though it is elsewhere on the screen.
    if (!page.current?.contains(target) || event.ctrlKey || event.metaKey || event.altKey) return
    const line = target.closest<HTMLElement>('[data-line]')
    const key = line?.dataset['line']
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      focusBeside(page.current, line, event.key === 'ArrowDown' ? 1 : -1)
    } else if (key !== undefined && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault()
      setOpen(key, event.key === 'ArrowRight')
    } else if (key !== undefined && event.key.toLowerCase() === 'z' && line?.dataset['snoozable'] === '') {
      event.preventDefault()
      snooze(key)
    }
  }
}

function focusBeside(page: HTMLElement, line: HTMLElement | null, step: 1 | -1): void {
  const lines = [...page.querySelectorAll<HTMLElement>('[data-line]')]
  const at = line ? lines.indexOf(line) + step : 0
  lines[Math.max(0, Math.min(lines.length - 1, at))]?.querySelector<HTMLElement>('[data-clock]')?.focus()
}
