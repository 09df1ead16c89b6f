/** What the chain is read from. */
export type ChainMember = {
  readonly id: string
  readonly name: string
  readonly subProcessors: readonly {
    readonly processorId: string | null
    readonly what: string
    readonly authorised: boolean | null
    readonly sameTerms: boolean | null
  }[]
}

/** One step from a processor to a sub-processor. */
export type ChainLink = {
  readonly fromId: string
  readonly toId: string
  /** Empty when the register no longer holds it. */
  readonly toName: string
  /** 1 for those the processor uses itself, 2 for those they use, and so on. */
  readonly depth: number
  readonly what: string
  readonly authorised: boolean | null
  readonly sameTerms: boolean | null
  /** It leads back to one that stands above it, so it is not followed again. */
  readonly isCycle: boolean
}

/** Everybody who works for a processor, step by step, nearest first in each branch; a circle is named once and not followed. */
export function chainOf(processors: readonly ChainMember[], id: string): readonly ChainLink[] {
  const byId = new Map(processors.map((processor) => [processor.id, processor]))
  return linksBelow(byId, id, [id])
}

function linksBelow(
  byId: ReadonlyMap<string, ChainMember>,
  fromId: string,
  above: readonly string[],
): readonly ChainLink[] {
  return (byId.get(fromId)?.subProcessors ?? []).flatMap(({ processorId, what, authorised, sameTerms }) => {
    if (processorId === null) return []
    const isCycle = above.includes(processorId)
    const toName = byId.get(processorId)?.name ?? ''
    const depth = above.length
    const link = { fromId, toId: processorId, toName, depth, what, authorised, sameTerms, isCycle }
    return isCycle ? [link] : [link, ...linksBelow(byId, processorId, [...above, processorId])]
  })
}

/** Every processor that uses one of these, directly or through others, themselves left out. */
export function usersOf(processors: readonly ChainMember[], ids: readonly string[]): readonly string[] {
  const found = new Set(ids)
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const { id, subProcessors } of processors)
      if (subProcessors.some(({ processorId }) => processorId !== null && found.has(processorId)))
        found.add(id)
  }
  return [...found].filter((id) => !ids.includes(id))
}
