import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import classes from './files.module.css'

type MadePassphraseProps = { readonly passphrase: string; readonly isSent?: boolean }

/** The passphrase of a file that was just written, shown this once; of one that is sent it says how to send it. */
export function MadePassphrase({ passphrase, isSent = false }: MadePassphraseProps) {
  const [isShown, setShown] = useState(true)
  if (!isShown) return null
  return (
    <div className={classes.passphrase} role="group" aria-label="The passphrase of the file">
      <p>
        The passphrase, shown this once. Without it nobody can open the file.{' '}
        {isSent
          ? 'Write it down and send it another way than the file, for example by telephone or in a letter of its own:'
          : 'Write it down and keep it away from the file:'}
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
