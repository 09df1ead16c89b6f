import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useAsAt } from '#renderer/api/as-at.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import { REVIEWING_HOURS_A_DAY } from '#shared/cases/forecast.ts'
import type { BoardCard } from '#shared/registers/cases/case-life.contract.ts'
import { BoardColumnPart } from './BoardColumnPart.tsx'
import { boardColumns } from './board-columns.ts'
import classes from './board.module.css'

/** The open requests for access by how far they are. */
export function BoardPage() {
  const { data: cards, error } = useEngineQuery('cases.board', {}, { keepPrevious: true })
  return (
    <div className={classes.page}>
      <PageHeader
        title="Access requests"
        beside={cards && <span className={classes.quiet}>{countsOf(cards)}</span>}
        description={`Open requests by stage. Ready by: pages left at your own pace of the last 14 days, ${REVIEWING_HOURS_A_DAY} hours on each working day.`}
        actions={<RouteLink href={hrefOf('requests')}>List of all requests</RouteLink>}
      />
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {cards && (cards.length === 0 ? <NoneOpen /> : <Columns cards={cards} />)}
    </div>
  )
}

function Columns({ cards }: { readonly cards: readonly BoardCard[] }) {
  const asAt = useAsAt()
  const now = useToday()
  return (
    <div className={classes.board}>
      {boardColumns(cards).map((column) => (
        <BoardColumnPart key={column.stage} column={column} today={asAt ?? now} />
      ))}
    </div>
  )
}

function NoneOpen() {
  return (
    <EmptyState
      title="No open access request"
      example="A former foster child asks for everything from her time in care. Received, then searching for three days; 3,900 pages to review at 120 an hour: ready six working days later, ten days before the last day."
      actions={<RouteLink href={hrefOf('requests', 'intake')}>Begin from a message</RouteLink>}
    >
      Each request for access that is not closed stands here under its stage, with its pages left, the day on
      which they will be reviewed, and its last day.
    </EmptyState>
  )
}

function countsOf(cards: readonly BoardCard[]): string {
  const late = cards.filter(({ isLate }) => isLate).length
  return `${cards.length} open${late > 0 ? `, ${late} late or on the way to it` : ''}`
}
