/** The names of the columns of a table, each of its own. */
export type ColumnNames = {
  /** As many as there are, in their order; a new list whenever one is added. */
  readonly list: () => readonly string[]
  /** Adds a column; gives what it is called: the name it has, or that with a number. */
  readonly add: (name: string) => string
  /** Names that stood there more than once, and columns without a name. */
  readonly doubled: () => number
  readonly blank: () => number
}

/** Names columns as their file does; a second “Name” is “Name (2)”, and one without a name is called by its place. */
export function columnNames(): ColumnNames {
  const taken = new Set<string>()
  let list: string[] = []
  let [doubled, blank] = [0, 0]
  return {
    list: () => list,
    add(name) {
      const plain = plainName(name)
      const wanted = plain || `Column ${list.length + 1}`
      let free = wanted
      for (let next = 2; taken.has(free); next += 1) free = `${wanted} (${next})`
      if (plain === '') blank += 1
      else if (free !== wanted) doubled += 1
      taken.add(free)
      list = [...list, free]
      return free
    },
    doubled: () => doubled,
    blank: () => blank,
  }
}

/** A name on one line, as long as names of columns are kept. */
const plainName = (name: string) =>
  name
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, 300)
    .toWellFormed()

/** What is worth knowing about how columns were named. */
export function notesOfNames({ doubled, blank }: ColumnNames): readonly string[] {
  return [
    ...(doubled() > 0
      ? [
          `${doubled()} ${doubled() === 1 ? 'column has' : 'columns have'} the name of another; a number was put behind it.`,
        ]
      : []),
    ...(blank() > 0
      ? [
          `${blank()} ${blank() === 1 ? 'column has' : 'columns have'} no heading and ${blank() === 1 ? 'is' : 'are'} called by the place, such as “Column 3”.`,
        ]
      : []),
  ]
}
