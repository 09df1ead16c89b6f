import type { GateReader } from '#shared/cases/gate.ts'
import type { FileFinding } from './messages.ts'
import type { Sighting } from '#shared/cases/proof/seek-people.ts'
import type { Left } from '#shared/cases/proof/seek-removed.ts'

/** Findings told of one file and question at most; the others are counted. */
const MOST = 1000
const LONGEST = 200

/** What is found in a file, each thing once. */
export type Findings = ReturnType<typeof startFindings>

type Where = { readonly reader: GateReader; readonly page: number | null; readonly where: string }

/** Starts the findings of a file. */
export function startFindings() {
  const told = new Map<string, FileFinding>()
  let more = 0
  const add = (finding: FileFinding) => {
    const { reader, page, kind, mark, person, found, says } = finding
    const key = JSON.stringify([reader, page, kind, mark, person, found, says])
    if (told.has(key)) return
    if (told.size >= MOST) more += 1
    else told.set(key, { ...finding, found: found.slice(0, LONGEST) })
  }
  return {
    add,
    /** Somebody who should be nowhere. */
    people(sightings: readonly Sighting[], { reader, page, where }: Where): void {
      for (const { needle, found } of sightings)
        add({
          reader,
          page,
          mark: null,
          person: needle.person,
          kind: needle.kind,
          found,
          says: saysOf(needle.because, where),
        })
    },
    /** What was removed from a page. */
    removed(left: readonly Left[], { reader, page, where }: Where): void {
      for (const { mark, person, found } of left)
        add({
          reader,
          page,
          mark,
          person,
          kind: 'removed',
          found,
          says: `What was removed still stands ${where}.`,
        })
    },
    /** Something that could not be read, so that nothing can be said of it. */
    unread(reader: GateReader, page: number | null, says: string): void {
      add({ reader, page, mark: null, person: null, kind: 'unread', found: '', says })
    },
    /** Something that a finished file has no room for. */
    leftOver(found: string, says: string): void {
      add({ reader: 'objects', page: null, mark: null, person: null, kind: 'removed', found, says })
    },
    end: () => ({ findings: [...told.values()], more }),
  }
}

function saysOf(because: Sighting['needle']['because'], where: string): string {
  switch (because) {
    case 'withheld':
      return `Somebody who is withheld is named ${where}.`
    case 'undecided':
      return `Somebody nobody decided about is named ${where}.`
    case 'protected':
      return `A protected address stands ${where}.`
    case 'term':
      return `Words that are removed everywhere stand ${where}.`
  }
}
