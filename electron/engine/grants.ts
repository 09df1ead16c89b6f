import { isAbsolute, relative, resolve } from 'node:path'
import { AppError } from '#shared/errors.ts'

/** Which paths may be used: those a person chose, and what lies below them. */
export type Grants = { allow(path: string): void; check(path: string): void }

/** In a window, only what the person chose in a dialog; on the command line, what was typed. */
export function makeGrants(windowed: boolean): Grants {
  const allowed = new Set<string>()
  return {
    allow: (path) => void allowed.add(resolve(path)),
    check(path) {
      if (!windowed || [...allowed].some((granted) => isWithin(granted, resolve(path)))) return
      throw new AppError('rule', 'Choose the file or folder again: this place was not chosen in a dialog.')
    },
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}
