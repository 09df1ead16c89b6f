import { notifications } from '@mantine/notifications'
import { sentenceOf } from '#renderer/api/engine.ts'
import { navigate } from '#renderer/app/routing.tsx'

/** Goes back to the list once a record is removed and says how to bring it back, or says why it was not. */
export function announceRemoval(removing: Promise<unknown>, name: string, list: string): Promise<unknown> {
  return removing.then(
    () => {
      navigate(list)
      notifications.show({ message: `Removed: ${name}. Ctrl+Z brings it back.` })
    },
    (error: unknown) =>
      notifications.show({ color: 'red', title: 'Not removed', message: sentenceOf(error) }),
  )
}
