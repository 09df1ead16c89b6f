import { resolve, sep } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { ControlMessage } from '#shared/rpc/control.ts'

/** The paths the person chose in a dialog, and no others: the windows may name nothing else. */
export type Grants = {
  /** Lets a path, and what is below it, be used from now on. */
  allow(path: string): void
  /** Lets a file be read from now on; what was chosen only to be read can never be written. */
  allowReading(path: string): void
  /** Refuses a path the person did not choose. */
  check(path: string): void
  /** All of them, for an engine that was started anew. */
  all(): readonly Grant[]
}

/** What the engine is told about a path. */
export type Grant = Extract<ControlMessage, { control: 'grant' | 'grantReading' }>

/** An empty list of grants; `onAllow` hears of each new one. */
export function createGrants(onAllow: (grant: Grant) => void): Grants {
  const granted = new Set<string>()
  const toRead = new Set<string>()
  return {
    allow(path) {
      granted.add(resolve(path))
      onAllow({ control: 'grant', path: resolve(path) })
    },
    allowReading(path) {
      toRead.add(resolve(path))
      onAllow({ control: 'grantReading', path: resolve(path) })
    },
    check(path) {
      const wanted = resolve(path)
      for (const root of granted) if (wanted === root || wanted.startsWith(root + sep)) return
      throw new AppError('rule', `This place was not chosen in a dialog: ${path}`)
    },
    all: () => [
      ...[...granted].map((path) => ({ control: 'grant', path }) as const),
      ...[...toRead].map((path) => ({ control: 'grantReading', path }) as const),
    ],
  }
}
