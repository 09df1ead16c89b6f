import { notifications } from '@mantine/notifications'
import { type ReactNode, useEffect } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { copyTable, MOST_COPIED } from './copy-table.ts'

type CopyKeyProps = { readonly gridId: string; readonly onCopy: () => void; readonly children: ReactNode }

/** Ctrl C in the grid copies its rows as a table. */
export function CopyKey({ gridId, onCopy, children }: CopyKeyProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c'
      if (!isCopy || (event.target as HTMLElement).id !== gridId) return
      event.preventDefault()
      onCopy()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [gridId, onCopy])
  return children
}

/** Copies the rows of a target as a table and says how many there were. */
export async function copyAndTell(...asked: Parameters<typeof copyTable<object>>): Promise<void> {
  try {
    const count = await copyTable(...asked)
    const limit = count >= MOST_COPIED ? ' (the most at once; export the view for all)' : ''
    notifications.show({ message: `${count.toLocaleString('en-GB')} rows copied as a table${limit}.` })
  } catch (error) {
    notifications.show({ color: 'red', title: 'Nothing was copied', message: sentenceOf(error) })
  }
}
