import { Button } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useState } from 'react'
import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import { ImportRecipients } from './ImportRecipients.tsx'

/** The people to tell of breaches, and the way to bring in a list of them. */
export function RecipientsPage(props: RoutedRegisterProps) {
  const [isImporting, setImporting] = useState(false)
  return (
    <>
      <RegisterPage
        {...props}
        actions={
          <Button
            variant="default"
            leftSection={<IconTableImport size={14} aria-hidden />}
            onClick={() => setImporting(true)}
          >
            Bring in a list
          </Button>
        }
      />
      {isImporting && <ImportRecipients breach={null} onClose={() => setImporting(false)} />}
    </>
  )
}
