import type { GateFinding } from '#shared/cases/gate.ts'
import type { KnownPage } from '#shared/cases/proof/gate-needles.ts'
import type { SeekPeople } from '#shared/cases/proof/seek-people.ts'
import { seekRemoved } from '#shared/cases/proof/seek-removed.ts'
import type { Crop } from '../../../reader/prover/messages.ts'
import type { Found } from './ask-prover.ts'
import type { FileToProve } from './file-to-prove.ts'

/** What is told of a file while it is looked through. */
export type Told = ReturnType<typeof startTold>

/** Starts what is told of a file: findings with its name and the pages of the case. */
export function startTold({ name, pages }: FileToProve) {
  const findings: GateFinding[] = []
  let more = 0
  const casePages = new Map(pages.map(({ page, casePage }) => [page, casePage]))
  // What belongs to no page of the file is told with the page of its mark, which can be made anew.
  const byMark = new Map(
    pages.flatMap(({ casePage, removal }) => (removal?.areas ?? []).map(({ mark }) => [mark, casePage])),
  )
  const add = (finding: Omit<GateFinding, 'file' | 'casePage'>) => {
    const { page, mark } = finding
    const casePage = page === null ? byMark.get(mark ?? 0) : casePages.get(page)
    findings.push({ ...finding, file: name, casePage: casePage ?? null })
  }
  const unread = (reader: GateFinding['reader'], page: number | null, says: string) =>
    add({ reader, page, mark: null, person: null, kind: 'unread', found: '', says })
  return {
    findings,
    get more() {
      return more
    },
    unread,
    take(found: Found, reader: GateFinding['reader'], page: number | null): void {
      for (const finding of found.findings) add(finding)
      more += found.more
      if (found.unread)
        unread(reader, page, `${page === null ? 'The file' : 'The page'} could not be read: ${found.unread}.`)
    },
    /** Compares what was recognised beside a mark with what was removed there and with everybody. */
    recognised(page: KnownPage, { mark, stays }: Crop, text: string, seek: SeekPeople): void {
      const areas = page.areas.filter((area) => area.mark === mark)
      const removed = seekRemoved({ areas, stays })
      const at = { page: page.page, reader: 'recognition' as const }
      for (const { person, found } of [...removed.seek(text, 1), ...removed.seekGoneWords(text)])
        add({
          ...at,
          mark,
          person,
          kind: 'removed',
          found,
          says: 'What was removed can be read beside its mark.',
        })
      for (const { needle, found } of seek(text, { excepted: page.excepted, times: 1 }))
        add({
          ...at,
          mark,
          person: needle.person,
          kind: needle.kind,
          found,
          says: 'Somebody who must not be named can be read beside a mark.',
        })
    },
  }
}
