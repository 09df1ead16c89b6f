import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { engineQuery } from '#renderer/api/client.ts'
import { call } from '#renderer/api/engine.ts'
import type { Mark, MarkShape, MarkTarget } from '#shared/cases/mark.ts'
import { countOf } from '#shared/count-words.ts'
import type { MarkSaid } from '#shared/registers/cases/case-marks.contract.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { useAttempt } from '../review/useAttempt.ts'
import type { MarkingStore } from './marking.ts'

/** What is said of a mark that nobody gave a reason yet. */
export const NOTHING_SAID: MarkSaid = { exemption: '', answers: {}, reason: '', label: '' }

/** Something new to mark on a page. */
export type NewMark = {
  readonly shape: MarkShape
  readonly target?: MarkTarget
  readonly said?: MarkSaid
}

type Changes = Input<'cases.changeMarks'>['changes']

/**
 * What is done with the marks of a page. It shows at once and is said back, one thing after the other as the keys were
 * pressed; a promise ends with the mark that was made, or null where that could not be.
 */
export function useMarkActions(request: string, store: MarkingStore) {
  const client = useQueryClient()
  const { canEdit, attempt } = useAttempt()
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  /** Does it when everything before it is done. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = queue.current.then(work)
    queue.current = done
    return done
  }
  const show = (page: number, change: (marks: Mark[]) => Mark[]) => showMarks(client, request, page, change)

  return {
    canEdit,
    attempt,
    inTurn,
    /** The marks of a page as they are now, also those of a moment ago that are not on the screen yet. */
    marksOf: (page: number): readonly Mark[] =>
      client.getQueryData<ShownPage>(keyOf(request, page))?.marks ?? [],
    mark: async (page: number, { shape, target, said }: NewMark): Promise<Mark | null> => {
      let made: Mark | null = null
      await attempt(async () => {
        const place = { request, page, shape, target: target ?? ({ kind: 'plain' } as const) }
        const mark = await call('cases.mark', { ...place, said: said ?? NOTHING_SAID, person: null })
        await show(page, (marks) => [...marks.filter(({ id }) => id !== mark.id), mark])
        store.change(page, { current: mark.id })
        made = mark
        return null
      })
      return made
    },
    change: (page: number, mark: number, changes: Changes, says: string): Promise<void> =>
      attempt(async () => {
        if (Object.keys(changes).length > 0) {
          await show(page, (marks) =>
            marks.map((one) => (one.id === mark ? Object.assign({ ...one }, changes) : one)),
          )
          await call('cases.changeMarks', { request, marks: [mark], changes })
        }
        store.change(page, { says })
        return null
      }),
    remove: (page: number, mark: number): Promise<void> =>
      attempt(async () => {
        await show(page, (marks) => marks.filter(({ id }) => id !== mark))
        store.change(page, { current: null })
        await call('cases.removeMarks', { request, marks: [mark] })
        store.change(page, { says: 'The mark is taken away. Z brings it back.' })
        return null
      }),
    copy: (page: number): Promise<void> =>
      attempt(async () => {
        const { marks, pages } = await call('cases.copyMarks', { request, page })
        if (pages === 0) return 'No other page has the same text.'
        return `${countOf(marks, 'mark')} put onto ${countOf(pages, 'other page')} with the same text.`
      }),
    like: (mark: number): Promise<void> =>
      attempt(async () => {
        const { proposed, pages } = await call('cases.markLike', { request, mark })
        if (proposed === 0) return 'These words stand nowhere else that is not marked already.'
        return `${countOf(proposed, 'more place')} proposed on ${countOf(pages, 'page')}. N goes to the next.`
      }),
  }
}

export type MarkActions = ReturnType<typeof useMarkActions>

/** What was done shows at once; an answer that was asked for before it is no longer wanted. */
async function showMarks(
  client: QueryClient,
  request: string,
  page: number,
  change: (marks: Mark[]) => Mark[],
): Promise<void> {
  const queryKey = keyOf(request, page)
  await client.cancelQueries({ queryKey, exact: true })
  client.setQueryData<ShownPage>(queryKey, (old) => old && { ...old, marks: change(old.marks) })
}

const keyOf = (request: string, page: number) => engineQuery('cases.page', { request, page }, null).queryKey
