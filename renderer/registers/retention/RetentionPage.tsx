import { Button } from '@mantine/core'
import { IconCalendarDue } from '@tabler/icons-react'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RecordPage, RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import { DueList } from './DueList.tsx'
import { DuePage } from './DuePage.tsx'
import { FromActivities } from './FromActivities.tsx'

const PAGES: readonly RecordPage[] = [
  { page: 'due', label: 'Due for disposal', Page: ({ record }) => <DueList ruleId={record.id} by={null} /> },
]

/** The retention schedule, what is due for disposal, and rules made from activities. */
export function RetentionPage(props: RoutedRegisterProps) {
  const { id } = useRoute()
  if (id === 'due') return <DuePage />
  return (
    <RegisterPage
      {...props}
      pages={PAGES}
      emptyExtra={<FromActivities />}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconCalendarDue size={14} aria-hidden />}
            onClick={() => navigate(hrefOf('retention', 'due'))}
          >
            Due for disposal
          </Button>
          <FromActivities />
        </>
      }
    />
  )
}
