import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import type { AppError } from '#shared/errors.ts'
import { type Group, type GroupedLines, groupedLines, plainLines } from './group-lines.ts'
import type { ListedRow, ListKind, ListLook, ListWindow } from './list-kind.ts'
import { placeOf } from './window-maths.ts'

/** How many records match and how they are laid out in lines. */
export function useLines(kind: ListKind, look: ListLook) {
  const asAt = useAsAt()
  const first = useQuery<ListWindow, AppError>({
    ...kind.askWindow(look, 0, asAt),
    placeholderData: keepPreviousData,
  })
  const groups = useQuery<readonly Group[], AppError>({
    ...kind.askGroups(look, asAt),
    enabled: look.groupBy !== null,
    placeholderData: keepPreviousData,
  })
  const total = first.data?.total ?? 0
  const found = look.groupBy ? groups.data : undefined
  const lines: GroupedLines = useMemo(
    () => (found ? groupedLines(found, look.collapsed) : plainLines(total)),
    [found, look.collapsed, total],
  )
  return { first, total, lines }
}

/** The rows of some pages of the list; `undefined` for those that have not come yet. */
export function useRows(kind: ListKind, look: ListLook, pages: readonly number[]): RowAt {
  const asAt = useAsAt()
  const found = useQueries({
    queries: pages.map((page) => ({
      ...kind.askWindow(look, page, asAt),
      placeholderData: page === 0 ? keepPreviousData<ListWindow> : undefined,
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

export type RowAt = (index: number) => ListedRow | undefined

// Outside the component, so that the answers stay the same array until one of them differs.
const dataOf = (answers: readonly { data: unknown }[]) =>
  answers.map(({ data }) => data as ListWindow | undefined)
