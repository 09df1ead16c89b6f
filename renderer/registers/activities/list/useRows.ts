import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { engineQuery, useEngineQuery } from '#renderer/api/client.ts'
import type { AppError } from '#shared/errors.ts'
import type { ActivityRow } from '#shared/registers/activities/activity.list.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { pageInput } from './first-rows.ts'
import { type Group, type GroupedLines, groupedLines, plainLines } from './group-lines.ts'
import type { ListState } from './list-state.ts'
import { groupWords } from './words.ts'
import { placeOf } from './window-maths.ts'

type Page = Output<'activities.list'>

/** How many activities match and how they are laid out in lines. */
export function useLines(state: ListState) {
  const asAt = useAsAt()
  const first = useQuery<Page, AppError>({
    ...engineQuery('activities.list', pageInput(state, 0), asAt),
    placeholderData: keepPreviousData,
  })
  const groups = useEngineQuery(
    'activities.groups',
    { filter: state.filter, groupBy: state.groupBy ?? 'status' },
    { enabled: state.groupBy !== null, keepPrevious: true },
  )
  const total = first.data?.total ?? 0
  const { groupBy } = state
  const found: readonly Group[] | undefined = useMemo(
    () =>
      groupBy
        ? groups.data?.map((group) => ({ ...group, label: groupWords(groupBy, group.label) }))
        : undefined,
    [groupBy, groups.data],
  )
  const lines: GroupedLines = useMemo(
    () => (found ? groupedLines(found, state.collapsed) : plainLines(total)),
    [found, state.collapsed, total],
  )
  return { first, total, lines }
}

/** The rows of some pages of the list; `undefined` for those that have not come yet. */
export function useRows(state: ListState, pages: readonly number[]): RowAt {
  const asAt = useAsAt()
  const found = useQueries({
    queries: pages.map((page) => ({
      ...engineQuery('activities.list', pageInput(state, page), asAt),
      placeholderData: page === 0 ? keepPreviousData<Page> : undefined,
    })),
    combine: dataOf,
  })
  return useCallback(
    (index) => {
      const { page, at } = placeOf(index)
      return found[pages.indexOf(page)]?.rows[at]
    },
    [found, pages],
  )
}

export type RowAt = (index: number) => ActivityRow | undefined

// Outside the component, so that the answers stay the same array until one of them differs.
const dataOf = (answers: readonly { data: unknown }[]) => answers.map(({ data }) => data as Page | undefined)
