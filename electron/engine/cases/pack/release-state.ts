import type { ReleaseState } from '#shared/law/release/release-state.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { missingIn } from '#shared/registers/letters/letter-words.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { CaseStore } from '../open-cases.ts'
import { conflictState } from '../check/conflicts/keep-conflicts.ts'
import { secondCheckState } from '../check/second-check-state.ts'
import { releasedPages } from './released-pages.ts'
import { readReleasePeople } from './release-people.ts'

/** What the register says that bears on a release. */
export type RegisterFacts = {
  readonly request: RequestRecord
  readonly searches: readonly SearchEntry[]
  readonly letters: readonly Letter[]
  readonly hasHealthActivity: boolean
  readonly today: PlainDate
}

/** Gathers what the checks before a release look at. */
export function readReleaseState(store: CaseStore, facts: RegisterFacts): ReleaseState {
  const { request, searches, letters, hasHealthActivity, today } = facts
  const { raw } = store
  releasedPages(store)
  const count = (where: string) =>
    raw.prepare<[], number>(`select count(*) from pages ${where}`).pluck().get() ?? 0
  const going = `flag = 'release' and id not in (select page from temp.released_pages)`
  return {
    today,
    request,
    hasHealthActivity,
    pages: {
      toRelease: count(`where ${going}`),
      unreviewed: count(`where flag is null or (reopened <> '' and flag not in ('release', 'query'))`),
      reopened: count(`where ${going} and reopened <> ''`),
      queried: count(`where flag = 'query'`),
      proposed: count(
        `where ${going} and exists (select 1 from marks where marks.page = pages.id and marks.state = 'proposed')`,
      ),
      waitingForText: count(`where ${going} and text_state = 'waiting'`),
      health: count(`where ${going} and document in (select id from documents where type = 'health')`),
      withoutPaper: count(`where ${going} and source in (select id from sources where paper is null)`),
      withheldWithoutGround: count(`where flag = 'withhold' and exemption = ''`),
    },
    marks: countMarks(store, going),
    people: readReleasePeople(store, going),
    secondCheck: whatIsChecked(store),
    conflicts: conflictState(store),
    exemptionsUsed: raw
      .prepare<[], string>(
        `select exemption from pages where flag = 'withhold' and exemption <> ''
         union select exemption from marks where state = 'accepted' and exemption <> ''
           and page in (select id from pages where ${going})
         order by 1`,
      )
      .pluck()
      .all(),
    files: raw
      .prepare<[], ReleaseState['files'][number]>(
        `select id, path, state, reason from sources where state <> 'read' order by id`,
      )
      .all(),
    hidden: hiddenKinds(store, going),
    duplicatesOpen: openDuplicates(store),
    searches: { all: searches.length, open: searches.filter(({ found }) => found === null).length },
    letterMissing: [...new Set(letters.flatMap((letter) => missingIn(letter).map(({ label }) => label)))],
  }
}

/** Accepted marks on pages to be released, and how many of them lack their ground, their reason or their label. */
function countMarks({ raw }: CaseStore, going: string): ReleaseState['marks'] {
  return raw
    .prepare<[], ReleaseState['marks']>(
      `select count(*) as accepted,
         coalesce(sum(exemption = '' or trim(reason) = '' or trim(label) = ''), 0) as unsaid
       from marks where state = 'accepted' and page in (select id from pages where ${going})`,
    )
    .get()!
}

function whatIsChecked(store: CaseStore): ReleaseState['secondCheck'] {
  const { check, isDone, missing } = secondCheckState(store)
  return {
    isDone,
    isBegun: check !== null,
    isSignedOff: check !== null && check.signedOff !== null,
    changed: check ? check.open + check.stale + missing : 0,
  }
}

function hiddenKinds({ raw }: CaseStore, going: string): ReleaseState['hidden'] {
  return raw
    .prepare<[], { kind: string; files: number }>(
      `select entry.value ->> 'kind' as kind, count(distinct sources.id) as files
       from sources, json_each(sources.hidden) as entry
       where sources.id in (select source from pages where ${going})
       group by 1 order by 1`,
    )
    .all()
}

/** Groups of files with the same bytes of which nobody said which is kept. */
function openDuplicates({ raw }: CaseStore): number {
  return (
    raw
      .prepare<[], number>(
        `select count(*) from (
           select sha256 from sources where pages > 0 group by sha256
           having count(*) > 1 and sum(id in (select kept from duplicates)) = 0
         )`,
      )
      .pluck()
      .get() ?? 0
  )
}
