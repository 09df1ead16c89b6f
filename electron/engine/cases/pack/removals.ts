import { createHash } from 'node:crypto'
import { z } from 'zod'
import { PageMaking, type PageRemoval, RemovedArea } from '#shared/cases/removal.ts'
import type { CaseStore } from '../open-cases.ts'

const Areas = z.array(RemovedArea)

/** What is removed from a page of a pack, as it was frozen; null where nothing is. */
export function removalOf({ raw }: CaseStore, pack: number, page: number): PageRemoval | null {
  const row = raw
    .prepare<[number, number], RemovalRow>(
      'select page, making, areas from pack_pages where pack = ? and page = ?',
    )
    .get(pack, page)
  return row ? removalFrom(row) : null
}

/** A row of what is removed, its areas as canonical JSON. */
export type RemovalRow = { readonly page: number; readonly making: string; readonly areas: string }

/** What a row says. */
export const removalFrom = ({ page, making, areas }: RemovalRow): PageRemoval => ({
  page,
  making: PageMaking.parse(making),
  areas: Areas.parse(JSON.parse(areas)),
})

/** Hashes rows in the order of their pages, each as a line of canonical JSON. */
export function startRemovalsHash() {
  const hash = createHash('sha256')
  return {
    add: ({ page, making, areas }: RemovalRow): void =>
      void hash.update(`{"areas":${areas},"making":${JSON.stringify(making)},"page":${page}}\n`),
    digest: () => hash.digest('hex'),
  }
}

/** The hash of what is kept of the removals of a pack, and over how many pages. */
export function removalsHash({ raw }: CaseStore, pack: number): { sha256: string; pages: number } {
  const hash = startRemovalsHash()
  let pages = 0
  const rows = raw
    .prepare<[number], RemovalRow>('select page, making, areas from pack_pages where pack = ? order by page')
    .iterate(pack)
  for (const row of rows) {
    hash.add(row)
    pages += 1
  }
  return { sha256: hash.digest(), pages }
}
