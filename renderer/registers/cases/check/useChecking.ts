import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { engineQuery, useEngineQuery } from '#renderer/api/client.ts'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import type { CheckedPage } from '#shared/cases/second-check.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { tell } from '../review/useAttempt.ts'
import { isToDo } from './check-words.ts'
import { useVerdicts } from './useVerdicts.ts'

/** How many pages of the check after and before the one shown are drawn ahead. */
const AHEAD = 3

export type Checking = ReturnType<typeof useChecking>

/** The pages of a second check, the one that is looked at, and what a checker does with it. */
export function useChecking(request: string) {
  const { data, error: listError } = useEngineQuery('cases.checkedPages', { request, show: 'all' })
  const pages = data ?? []
  const [chosen, setChosen] = useState<number | null>(null)
  const asked = usePageOfAddress(request, setChosen)
  const index = Math.max(
    0,
    pages.findIndex(({ page }) => page === (asked ?? chosen ?? pages.find(isToDo)?.page)),
  )
  const current = pages[index]
  const found = useShown(request, current, pages.slice(index + 1, index + 1 + AHEAD), pages.slice(0, index))
  const goTo = (page: CheckedPage | undefined) => page && setChosen(page.page)
  const verdicts = useVerdicts(request, found.isThere ? current : undefined, () =>
    goTo(nextToDo(pages, index) ?? current),
  )
  return {
    ...found,
    ...verdicts,
    error: listError ?? found.error,
    pages,
    index,
    current,
    goTo,
    step: (by: 1 | -1) => goTo(pages[index + by]),
    toNextToDo: () => {
      const next = nextToDo(pages, index)
      if (next) goTo(next)
      else tell('No other page is to be checked.')
    },
  }
}

/** The next page to be looked at after one, from the beginning again after the last; none where only that one is left. */
function nextToDo(pages: readonly CheckedPage[], index: number): CheckedPage | undefined {
  return [...pages.slice(index + 1), ...pages.slice(0, index)].find(isToDo)
}

/** What is shown of a page of the check, with the pages of the check beside it in the place of its neighbours. */
function useShown(
  request: string,
  current: CheckedPage | undefined,
  after: readonly CheckedPage[],
  before: readonly CheckedPage[],
) {
  const client = useQueryClient()
  const page = current?.page ?? 0
  const options = { enabled: page > 0 }
  const shown = useEngineQuery('cases.page', { request, page }, { ...options, keepPrevious: true })
  const words = useEngineQuery('cases.pageWords', { request, page }, options)
  const isThere = shown.data?.page.id === page
  const [ahead, behind] = [after.map((one) => one.page), before.slice(-1).map((one) => one.page)]
  const near = ahead.join()
  useEffect(() => {
    if (!isThere || near === '') return
    for (const next of near.split(',').map(Number)) {
      void client.prefetchQuery(engineQuery('cases.page', { request, page: next }, null))
      void client.prefetchQuery(engineQuery('cases.pageWords', { request, page: next }, null))
    }
  }, [client, request, near, isThere])
  const sheet: ShownPage | undefined = shown.data && { ...shown.data, ahead, behind }
  return { shown: sheet, words: isThere ? words.data : undefined, isThere, error: shown.error }
}

/** An address with a page goes there once; gives it until then. */
function usePageOfAddress(request: string, setPage: (page: number) => void): number | null {
  const asked = Number(useRoute().search.get('page'))
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  useEffect(() => {
    if (page === null) return
    setPage(page)
    navigate(hrefOf('requests', request, 'check'), { replace: true })
  }, [request, page, setPage])
  return page
}
