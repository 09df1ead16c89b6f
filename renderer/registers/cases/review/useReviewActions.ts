import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { engineQuery } from '#renderer/api/client.ts'
import { call } from '#renderer/api/engine.ts'
import type { DocumentType } from '#shared/cases/document.ts'
import type { PageFlag } from '#shared/cases/page.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { tell, useAttempt } from './useAttempt.ts'

/** A decision about a page, or what a document is; the last one can be said again of another page. */
export type ReviewAction =
  | {
      readonly kind: 'flag'
      readonly flag: PageFlag | null
      readonly because: string
      readonly exemption: string
    }
  | { readonly kind: 'releaseDocument' }
  | { readonly kind: 'split' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'type'; readonly type: DocumentType }

/** What a reviewer does with the page that is shown; everything is said back, and nothing while it cannot be changed. */
export function useReviewActions(request: string) {
  const client = useQueryClient()
  const { canEdit, attempt } = useAttempt()
  const last = useRef<ReviewAction | null>(null)

  const act = (action: ReviewAction, shown: ShownPage) => {
    last.current = action
    if (action.kind === 'flag' && canEdit) void showFlag(client, request, shown, action)
    void attempt(() => perform(request, shown, action))
  }
  return {
    canEdit,
    act,
    repeat: (shown: ShownPage) =>
      last.current ? act(last.current, shown) : tell('Nothing was done yet that could be repeated.'),
    describe: (document: number, said: Omit<Input<'cases.describe'>, 'request' | 'document'>) =>
      void attempt(async () => {
        await call('cases.describe', { request, document, ...said })
        return null
      }),
    undo: () => void attempt(() => back('cases.undo', request, 'Undone', 'Nothing to undo.')),
    redo: () => void attempt(() => back('cases.redo', request, 'Done again', 'Nothing to redo.')),
  }
}

async function perform(
  request: string,
  { page, document }: ShownPage,
  action: ReviewAction,
): Promise<string | null> {
  switch (action.kind) {
    case 'flag': {
      const { flag, because, exemption } = action
      await call('cases.flag', { request, pages: [page.id], flag, because, exemption })
      return null
    }
    case 'releaseDocument': {
      const said = { flag: 'release', because: '', exemption: '' } as const
      const { flagged, kept } = await call('cases.flagDocument', { request, document: document.id, ...said })
      return `${countOf(flagged)} released${kept > 0 ? `; ${countOf(kept)} decided before kept as ${kept === 1 ? 'it is' : 'they are'}` : ''}.`
    }
    case 'split':
      await call('cases.split', { request, page: page.id })
      return 'A document begins at this page.'
    case 'merge':
      await call('cases.merge', { request, page: page.id })
      return 'Joined to the document before it.'
    case 'type':
      await call('cases.describe', { request, document: document.id, type: action.type })
      return null
  }
}

async function back(procedure: 'cases.undo' | 'cases.redo', request: string, verb: string, nothing: string) {
  const { says } = await call(procedure, { request })
  return says === null ? nothing : `${verb}: ${says}`
}

/** A decision shows at once; an answer that was asked for before it is no longer wanted. */
async function showFlag(
  client: QueryClient,
  request: string,
  { page }: ShownPage,
  { flag, because, exemption }: ReviewAction & { kind: 'flag' },
): Promise<void> {
  const { queryKey } = engineQuery('cases.page', { request, page: page.id }, null)
  await client.cancelQueries({ queryKey, exact: true })
  client.setQueryData<ShownPage>(
    queryKey,
    (old) => old && { ...old, page: { ...old.page, flag, flagBecause: because, exemption, reopened: '' } },
  )
}

const countOf = (pages: number) => `${pages.toLocaleString('en-GB')} ${pages === 1 ? 'page' : 'pages'}`
