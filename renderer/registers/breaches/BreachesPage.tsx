import { Button } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { hrefOf, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RecordPage, RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { AnalysisPage } from './analysis/AnalysisPage.tsx'
import classes from './breaches.module.css'
import { DecidePage } from './decide/DecidePage.tsx'
import { ExercisesPage } from './exercises/ExercisesPage.tsx'
import type { ImportRecipientsPart } from './letters/import-recipients.ts'
import { LettersPage } from './letters/LettersPage.tsx'
import { LogButton } from './log/LogButton.tsx'
import { openLogBreach } from './log-breach.ts'
import { QuestionsPage } from './report/QuestionsPage.tsx'
import { ReportPage } from './report/ReportPage.tsx'
import { RoomPart } from './room/RoomPart.tsx'
import { TimelinePage } from './timeline/TimelinePage.tsx'

const SECTIONS = { before: [RoomPart] }

/** Makes the page of the log of breaches: the room of each, the analysis of all, and the exercises. */
export function breachesPage(ImportRecipients: ImportRecipientsPart): ComponentType<RoutedRegisterProps> {
  const pages = [
    { page: 'decide', label: 'Decide', Page: DecidePage },
    { page: 'report', label: 'Report', Page: ReportPage },
    {
      page: 'letters',
      label: 'Letters',
      Page: ({ record }: { readonly record: AnyRecord }) => (
        <LettersPage record={record} ImportRecipients={ImportRecipients} />
      ),
    },
    { page: 'timeline', label: 'Timeline', Page: TimelinePage },
  ]
  return (props) => <BreachesPage {...props} pages={pages} />
}

type BreachesPageProps = RoutedRegisterProps & { readonly pages: readonly RecordPage[] }

function BreachesPage(props: BreachesPageProps) {
  const { id } = useRoute()
  if (id === 'analysis') return <AnalysisPage />
  if (id === 'exercises') return <ExercisesPage />
  if (id === 'questions') return <QuestionsPage />
  return (
    <RegisterPage
      {...props}
      sections={SECTIONS}
      actions={
        <>
          <Button variant="default" leftSection={<IconBolt size={14} aria-hidden />} onClick={openLogBreach}>
            Log quickly
          </Button>
          <LogButton />
          <RouteLink className={classes.elsewhere} href={hrefOf('breaches', 'analysis')}>
            Analysis
          </RouteLink>
          <RouteLink className={classes.elsewhere} href={hrefOf('breaches', 'exercises')}>
            Exercises
          </RouteLink>
        </>
      }
    />
  )
}
