import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { hrefOf, navigate, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ExportCalendar } from './ExportCalendar.tsx'
import { organisationOf } from './queue-input.ts'
import classes from './today.module.css'

type TodayHeaderProps = { readonly title: string; readonly beside?: ReactNode }

/** The top of both pages: queue or calendar, whose dates, and the calendar file. */
export function TodayHeader({ title, beside }: TodayHeaderProps) {
  const { id } = useRoute()
  const isCalendar = id === 'calendar'
  return (
    <PageHeader
      title={title}
      beside={beside}
      actions={
        <>
          <nav aria-label="Ways to look at what is due" className={classes.ways}>
            <RouteLink href={useHref(null)} aria-current={isCalendar ? undefined : 'page'}>
              Queue
            </RouteLink>
            <RouteLink href={useHref('calendar')} aria-current={isCalendar ? 'page' : undefined}>
              Calendar
            </RouteLink>
          </nav>
          <OrganisationFilter />
          <ExportCalendar />
        </>
      }
    />
  )
}

/** The address of one of the two pages with the organisation chosen now. */
function useHref(page: 'calendar' | null): string {
  const organisation = organisationOf(useRoute().search)
  return hrefOf('today', page, null, organisation ? { organisation } : undefined)
}

function OrganisationFilter() {
  const { id, search } = useRoute()
  const { data = [] } = useEngineQuery('organisations.list', { relation: null }, { keepPrevious: true })
  const choose = (organisation: string | null) => {
    const kept = Object.fromEntries([...search].filter(([key]) => key === 'day'))
    navigate(hrefOf('today', id, null, { ...kept, ...(organisation && { organisation }) }), { replace: true })
  }
  return (
    <Select
      aria-label="Organisation"
      placeholder="Every organisation"
      data={data.map((organisation) => ({ value: organisation.id, label: organisation.legalName }))}
      value={organisationOf(search)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Every organisation' }}
      nothingFoundMessage="Nothing by this name"
      className={classes.organisation ?? ''}
      onChange={choose}
    />
  )
}
