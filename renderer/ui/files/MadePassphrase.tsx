import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import classes from './files.module.css'

/** The passphrase of a file that was just written, shown this once. */
export function MadePassphrase({ passphrase }: { readonly passphrase: string }) {
  const [isShown, setShown] = useState(true)
  if (!isShown) return null
  return (
    <div className={classes.passphrase} role="group" aria-label="The passphrase of the file">
      <p>
        The passphrase, shown this once. Without it nobody can open the file. Write it down and keep it away
        from the file:
      </p>
      <code>{passphrase}</code>
      <Group gap="xs">
        <Button
          variant="default"
          onClick={() => {
            putOnClipboard(passphrase)
            notifications.show({ message: 'Copied' })
          }}
        >
          Copy
        </Button>
        <Button variant="default" onClick={() => setShown(false)}>
          It is written down
        </Button>
      </Group>
    </div>
  )
}
