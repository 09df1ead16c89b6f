import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import { CheckListPage } from './CheckListPage.tsx'
import { LiftPart } from './LiftPart.tsx'

const SECTIONS = { before: [LiftPart] }

/** The suppression list, and the page on which a list is checked against it. */
export function SuppressionsPage(props: RoutedRegisterProps) {
  const { id } = useRoute()
  if (id === 'check') return <CheckListPage />
  return (
    <RegisterPage
      {...props}
      sections={SECTIONS}
      actions={
        <Button
          variant="default"
          leftSection={<IconListCheck size={14} aria-hidden />}
          onClick={() => navigate(hrefOf('suppressions', 'check'))}
        >
          Check a list
        </Button>
      }
    />
  )
}
