import { AppError } from '#shared/errors.ts'
import type { XmlHandlers } from './xml-events.ts'

/** Which elements of a file are rows: by the names that lead to them, and what the table of each is called. */
export type XmlShape = ReadonlyMap<string, string>

/** Names that lead to an element, from the root to it. */
export const pathOf = (parent: string, name: string) => (parent === '' ? name : `${parent}/${name}`)

const MOST_PATHS = 20_000

/**
 * Finds out which elements are rows: those that stand several times under one parent, the outermost of them. Without
 * any, the only element inside the root is, if it holds others, or else the root.
 */
export function xmlShape(): XmlHandlers & { readonly shape: () => XmlShape } {
  const open: { readonly path: string; readonly counts: Map<string, number> }[] = []
  const known = new Set<string>()
  const repeated = new Set<string>()
  let root = ''
  return {
    open(name) {
      const parent = open.at(-1)
      const path = pathOf(parent?.path ?? '', name)
      if (parent) {
        const count = (parent.counts.get(name) ?? 0) + 1
        parent.counts.set(name, count)
        if (count === 2) repeated.add(path)
      } else root = path
      known.add(path)
      if (known.size > MOST_PATHS) throw tooVaried()
      open.push({ path, counts: new Map() })
    },
    text: () => undefined,
    close: () => void open.pop(),
    rows: () => 0,
    shape() {
      const rows = [...repeated].filter((path) => !hasRowAround(path, repeated))
      if (rows.length > 0) return new Map(rows.map((path) => [path, path.slice(root.length + 1)]))
      const inside = [...known].filter((path) => path.split('/').length === 2)
      const only = inside.length === 1 && [...known].some((path) => path.startsWith(`${inside[0]}/`))
      return only ? new Map([[inside[0]!, inside[0]!.slice(root.length + 1)]]) : new Map([[root, root]])
    },
  }
}

function hasRowAround(path: string, repeated: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    if (repeated.has(path.slice(0, end))) return true
  return false
}

const tooVaried = () =>
  new AppError(
    'invalid',
    'The file has more than 20,000 kinds of elements, which no export of a system has. Have the system export it as CSV.',
  )
