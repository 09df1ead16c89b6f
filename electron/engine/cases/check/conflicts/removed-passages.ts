/** A page on which a passage is removed. */
export type RemovedOn<Where> = { readonly where: Where; readonly because: string }

/** Passages that are removed somewhere, known by their hash: a few bytes each, however long they are. */
export type RemovedPassages<Where> = {
  readonly add: (hash: number, on: () => RemovedOn<Where>) => void
  readonly find: (hash: number) => RemovedOn<Where> | undefined
  readonly count: () => number
}

/** No passages yet; of a passage that is removed on several pages the first is kept. */
export function removedPassages<Where>(): RemovedPassages<Where> {
  const known = new Map<number, RemovedOn<Where>>()
  return {
    add: (hash, on) => {
      if (!known.has(hash)) known.set(hash, on())
    },
    find: (hash) => known.get(hash),
    count: () => known.size,
  }
}
