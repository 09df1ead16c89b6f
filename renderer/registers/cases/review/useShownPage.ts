import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { engineQuery, useEngineQuery } from '#renderer/api/client.ts'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import { notifications } from '@mantine/notifications'

/** The page that is read, with its text, and the ways to others. Those beside it are asked for ahead. */
export function useShownPage(request: string, firstPage: number) {
  const client = useQueryClient()
  const [id, setId] = useState(firstPage)
  const shown = useEngineQuery('cases.page', { request, page: id }, { keepPrevious: true })
  const words = useEngineQuery('cases.pageWords', { request, page: id })
  usePageOfAddress(request, setId)

  const near = shown.data?.page.id === id ? shown.data : undefined
  useEffect(() => {
    if (!near) return
    for (const page of [...near.ahead.slice(0, 3), ...near.behind.slice(0, 1)]) {
      void client.prefetchQuery(engineQuery('cases.page', { request, page }, null))
      void client.prefetchQuery(engineQuery('cases.pageWords', { request, page }, null))
    }
  }, [client, request, near])

  /** Goes to a page; where there is none, nothing happens. */
  const goTo = (page: number | null | undefined) => {
    if (page) setId(page)
  }
  /** Goes to a place in the order of reading, or the nearest. */
  const goToPlace = (place: number) =>
    call('cases.pageAt', { request, place: Math.max(1, Math.round(place)) }).then(
      ({ page }) => goTo(page),
      (error: unknown) =>
        notifications.show({ color: 'red', title: 'Not found', message: sentenceOf(error) }),
    )
  return { id, shown, words: words.data, goTo, goToPlace }
}

/** An address with a page goes there once, so that links from the index and the files show what they promise. */
function usePageOfAddress(request: string, setId: (page: number) => void): void {
  const asked = Number(useRoute().search.get('page'))
  useEffect(() => {
    if (!Number.isSafeInteger(asked) || asked < 1) return
    setId(asked)
    navigate(hrefOf('requests', request, 'review'), { replace: true })
  }, [request, asked, setId])
}
