import type { Problem } from '../../archive/bag-source.ts'

/** As many problems of one file are kept; the rest is counted. */
const KEPT = 50

/** What was found wrong so far in one file. */
export type Told = {
  readonly say: (detail: string) => void
  readonly hasAny: () => boolean
  readonly problems: () => readonly Problem[]
}

/** Nothing told yet about a file. */
export function startTold(about: string): Told {
  const kept: Problem[] = []
  let more = 0
  return {
    say: (detail) => {
      if (kept.length < KEPT) kept.push({ about, detail })
      else more += 1
    },
    hasAny: () => kept.length > 0,
    problems: () => (more > 0 ? [...kept, { about, detail: `${more} more of this kind.` }] : kept),
  }
}
