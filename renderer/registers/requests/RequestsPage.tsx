import { IconMail } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import type { ComponentType } from 'react'
import { hrefOf, navigate, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RecordPage, RecordPart, RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { REQUEST_LETTERS } from '#shared/registers/requests/letter-kinds.ts'
import { ClockPage } from './ClockPage.tsx'
import { IntakePage } from './intake/IntakePage.tsx'
import { RibbonPart } from './RibbonPart.tsx'
import { SearchRecordPage } from './search/SearchRecordPage.tsx'

type LettersPart = ComponentType<{
  readonly register: 'requests'
  readonly record: AnyRecord
  readonly kinds: typeof REQUEST_LETTERS
}>

/** What other registers add to the page of requests. */
export type RequestAdditions = {
  readonly Letters: LettersPart
  /** The pages of a request's documents. */
  readonly casePages: readonly RecordPage[]
  /** The documents of a request in numbers, at the top of its record. */
  readonly Summary: RecordPart
  readonly Board: ComponentType
  /** The wording of the letters, to be changed by the organisation. */
  readonly Templates: ComponentType
}

/** Makes the page of rights requests: the list, the board, and each request with its clock, search, documents and letters. */
export function requestsPage({
  Letters,
  casePages,
  Summary,
  Board,
  Templates,
}: RequestAdditions): ComponentType<RoutedRegisterProps> {
  const pages: readonly RecordPage[] = [
    { page: 'clock', label: 'Clock', Page: ClockPage },
    { page: 'search', label: 'Search', Page: SearchRecordPage, isWide: true },
    ...casePages,
    {
      page: 'letters',
      label: 'Letters',
      Page: ({ record }) => <Letters register="requests" record={record} kinds={REQUEST_LETTERS} />,
    },
  ]
  const sections = { before: [RibbonPart, Summary] }
  return (props) => (
    <RequestsPage {...props} pages={pages} sections={sections} Board={Board} Templates={Templates} />
  )
}

type RequestsPageProps = RoutedRegisterProps & {
  readonly pages: readonly RecordPage[]
  readonly sections: { readonly before: readonly RecordPart[] }
  readonly Board: ComponentType
  readonly Templates: ComponentType
}

function RequestsPage({ Board, Templates, ...props }: RequestsPageProps) {
  const { id } = useRoute()
  if (id === 'board') return <Board />
  if (id === 'intake') return <IntakePage />
  if (id === 'templates') return <Templates />
  return (
    <RegisterPage
      {...props}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconMail size={14} aria-hidden />}
            onClick={() => navigate(hrefOf('requests', 'intake'))}
          >
            From a message
          </Button>
          <RouteLink href={hrefOf('requests', 'board')}>Board</RouteLink>
          <RouteLink href={hrefOf('requests', 'templates')}>Wording of letters</RouteLink>
        </>
      }
    />
  )
}
