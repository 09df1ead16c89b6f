import { Button } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import { openLogBreach } from './log-breach.ts'

/** The log of breaches, with the short dialog that logs one from anywhere. */
export function BreachesPage(props: RoutedRegisterProps) {
  return (
    <RegisterPage
      {...props}
      actions={
        <Button variant="default" leftSection={<IconBolt size={14} aria-hidden />} onClick={openLogBreach}>
          Log quickly
        </Button>
      }
    />
  )
}
