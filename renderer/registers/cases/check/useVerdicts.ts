import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { engineQuery } from '#renderer/api/client.ts'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import type { CheckedPage, CheckVerdict } from '#shared/cases/second-check.ts'
import { tell, useAttempt } from '../review/useAttempt.ts'

type Verdict = { readonly verdict: CheckVerdict; readonly note: string }

/** What a checker says of the page that is shown, and how that is said again, taken back and done again. */
export function useVerdicts(request: string, current: CheckedPage | undefined, onSaid: () => void) {
  const client = useQueryClient()
  const { canEdit, attempt } = useAttempt()
  const last = useRef<Verdict | null>(null)
  const isBusy = useRef(false)

  const say = (verdict: CheckVerdict, note: string) => {
    // Nothing may be said while the page is on its way, nor twice; why nothing can be changed is told.
    if (!canEdit) return void attempt(() => Promise.resolve(null))
    if (!current || isBusy.current) return
    isBusy.current = true
    void keep(client, request, current.page, { verdict, note })
      .then(() => {
        last.current = { verdict, note }
        onSaid()
      })
      .catch((error: unknown) => tell(sentenceOf(error), 'Not done'))
      .finally(() => (isBusy.current = false))
  }
  const back = (procedure: 'cases.undo' | 'cases.redo', done: string, nothing: string) =>
    void attempt(async () => {
      const { says } = await call(procedure, { request })
      return says === null ? nothing : `${done}: ${says}`
    })
  return {
    canEdit,
    say,
    repeat: () =>
      last.current ? say(last.current.verdict, last.current.note) : tell('Nothing was said yet.'),
    undo: () => back('cases.undo', 'Undone', 'Nothing to undo.'),
    redo: () => back('cases.redo', 'Done again', 'Nothing to redo.'),
  }
}

/**
 * Keeps a verdict, and shows it. The page is asked for again at once; all else that is said of the case when it is
 * next looked at, for in a check of many pages that would be felt after each of them.
 */
async function keep(client: QueryClient, request: string, page: number, said: Verdict): Promise<void> {
  const check = await call('cases.checkPage', { request, page, ...said })
  client.setQueryData(engineQuery('cases.secondCheck', { request }, null).queryKey, check)
  const { queryKey } = engineQuery('cases.checkedPages', { request, show: 'all' }, null)
  const { verdict, note } = said
  client.setQueryData(queryKey, (old: readonly CheckedPage[] | undefined) =>
    old?.map((one) =>
      one.page === page ? { ...one, verdict, note: note || one.note, isStale: false } : one,
    ),
  )
  const predicate = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) =>
    String(name).startsWith('cases.') && !SHOWN_ANEW.has(name)
  await client.invalidateQueries({ predicate, refetchType: 'none' })
  void client.invalidateQueries({ queryKey: engineQuery('cases.page', { request, page }, null).queryKey })
}

/** What was put in its place already, and what no verdict changes. */
const SHOWN_ANEW: ReadonlySet<unknown> = new Set([
  'cases.secondCheck',
  'cases.checkedPages',
  'cases.pageWords',
  'cases.picture',
])
