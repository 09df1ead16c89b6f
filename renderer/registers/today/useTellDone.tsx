import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useRef } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useUndo } from '#renderer/app/useUndo.ts'

/** Says what was done, with a button that takes it back, or why it was not; both stay the same functions. */
export function useTellDone() {
  const undoing = useUndo()
  const latest = useRef(undoing)
  useEffect(() => {
    latest.current = undoing
  })
  const tell = useCallback((message: string): void => {
    const id = notifications.show({
      message: (
        <>
          {message}{' '}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => {
              notifications.hide(id)
              latest.current.undo()
            }}
          >
            Undo
          </Button>
        </>
      ),
    })
  }, [])
  return { tell, tellFailure }
}

function tellFailure(error: unknown): void {
  notifications.show({ color: 'red', title: 'Not done', message: sentenceOf(error) })
}
