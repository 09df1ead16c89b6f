import { KINDS, type KindName } from '#shared/dpv/kinds.ts'
import { REGISTER_PREFIX } from '#shared/dpv/names.ts'
import type { DpvRecord } from '#shared/dpv/record.ts'
import { countsLine } from './dpv-bag.ts'

/** Counts things by their kinds, in the order of the kinds; the register itself and mere reasons are not counted. */
export function startCounts() {
  const counts = new Map<KindName, number>()
  const names = (Object.keys(KINDS) as KindName[]).filter(
    (kind) => kind !== 'register' && kind !== 'exclusions',
  )
  return {
    add: (kind: KindName): void => {
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    },
    all: (): Readonly<Record<string, number>> =>
      Object.fromEntries(names.map((kind) => [kind, counts.get(kind) ?? 0])),
  }
}

/** Counts the things of an export and keeps whom they refer to. */
export type Tally = {
  readonly add: (record: DpvRecord) => void
  readonly things: number
  readonly references: number
  /** How many things of each kind; the register itself and mere reasons are not counted. */
  readonly counts: () => Readonly<Record<string, number>>
  /** Things that stand there twice, and references that lead nowhere. */
  readonly repeated: readonly string[]
  readonly dangling: () => readonly string[]
}

/** A tally of nothing yet. */
export function startTally(): Tally {
  const there = new Set<string>()
  const named = new Set<string>()
  const repeated: string[] = []
  const counts = startCounts()
  let references = 0
  return {
    add: ({ id, kind, values }) => {
      if (there.has(id)) repeated.push(id)
      there.add(id)
      counts.add(kind)
      for (const value of Object.values(values).flat())
        if (typeof value === 'string' && value.startsWith(`${REGISTER_PREFIX}:`)) {
          named.add(value)
          references += 1
        }
    },
    get things() {
      return there.size
    },
    get references() {
      return references
    },
    counts: counts.all,
    repeated,
    dangling: () => [...named].filter((id) => !there.has(id)),
  }
}

/** What is wrong with the references and numbers of an export, in sentences. */
export function findingsOf(
  tally: Tally,
  promised: string,
): { readonly references: readonly string[]; readonly counts: readonly string[] } {
  const found = countsLine(tally.counts())
  return {
    references: [
      ...tally.repeated.map((id) => `${id} stands there twice.`),
      ...tally.dangling().map((id) => `${id} is referred to and is not there.`),
    ],
    counts: found === promised ? [] : [`bag-info.txt promises other numbers: ${promised || 'none'}.`],
  }
}
