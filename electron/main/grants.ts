import { resolve, sep } from 'node:path'
import { AppError } from '#shared/errors.ts'

/** The paths the person chose in a dialog, and no others: the windows may name nothing else. */
export type Grants = {
  /** Lets a path, and what is below it, be used from now on. */
  allow(path: string): void
  /** Refuses a path the person did not choose. */
  check(path: string): void
  /** All of them, for an engine that was started anew. */
  all(): readonly string[]
}

/** An empty list of grants; `onAllow` hears of each new one. */
export function createGrants(onAllow: (path: string) => void): Grants {
  const granted = new Set<string>()
  return {
    allow(path) {
      granted.add(resolve(path))
      onAllow(resolve(path))
    },
    check(path) {
      const wanted = resolve(path)
      for (const root of granted) if (wanted === root || wanted.startsWith(root + sep)) return
      throw new AppError('rule', `This place was not chosen in a dialog: ${path}`)
    },
    all: () => [...granted],
  }
}
