import { isAbsolute, relative, resolve } from 'node:path'
import { AppError } from '#shared/errors.ts'

/** Which paths may be used: those a person chose, and what lies below them. */
export type Grants = {
  allow(path: string): void
  /** Lets a file, or what lies in a folder, be read, and nothing be written. */
  allowReading(path: string): void
  /** Refuses a path that may not be read and written. */
  check(path: string): void
  /** Refuses a path that may not be read. */
  checkReading(path: string): void
}

/** In a window, only what the person chose in a dialog; on the command line, what was typed. */
export function makeGrants(windowed: boolean): Grants {
  const allowed = new Set<string>()
  const toRead = new Set<string>()
  const isAllowed = (path: string) =>
    !windowed || [...allowed].some((granted) => isWithin(granted, resolve(path)))
  return {
    allow: (path) => void allowed.add(resolve(path)),
    allowReading: (path) => void toRead.add(resolve(path)),
    check(path) {
      if (!isAllowed(path)) throw notChosen()
    },
    checkReading(path) {
      const mayBeRead = [...toRead].some((granted) => isWithin(granted, resolve(path)))
      if (!mayBeRead && !isAllowed(path)) throw notChosen()
    },
  }
}

const notChosen = () =>
  new AppError('rule', 'Choose the file or folder again: this place was not chosen in a dialog.')

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}
