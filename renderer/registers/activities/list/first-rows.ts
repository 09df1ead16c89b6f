import type { QueryClient } from '@tanstack/react-query'
import { asAtStore } from '#renderer/api/as-at.ts'
import { engineQuery } from '#renderer/api/client.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { type ListState, listStore } from './list-state.ts'
import { PAGE_SIZE } from '#renderer/ui/list/window-maths.ts'

/** What the engine is asked for a page of the list. */
export function pageInput({ filter, sort, groupBy }: ListState, page: number): Input<'activities.list'> {
  return { filter, sort: [...sort], groupBy, offset: page * PAGE_SIZE, limit: PAGE_SIZE }
}

/** Asks for the first page of the list before the list is drawn. */
export function prefetchFirstRows(client: QueryClient): void {
  void client.prefetchQuery(engineQuery('activities.list', pageInput(listStore.get(), 0), asAtStore.get()))
}
