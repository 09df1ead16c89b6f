import { AppError } from '#shared/errors.ts'
import type { caseFileProcedures } from '#shared/registers/cases/case-files.contract.ts'
import type { OutputOf } from '#shared/rpc/procedure.ts'
import { type ChangeNote, recordChange, type Step } from '../changes.ts'
import { flagStep, wayBack } from '../flags.ts'
import type { CaseStore } from '../open-cases.ts'

type Group = OutputOf<(typeof caseFileProcedures)['cases.duplicates']>[number]
type Member = { readonly key: string; readonly id: number; readonly path: string; readonly pages: number }
type Decision = { readonly key: string; readonly kept: number; readonly because: string }

/** Each file with the group it belongs to: its own bytes, or its own text, are also another's. */
const MEMBERS = {
  bytes: `select 'bytes:' || sha256 as key, id, path, pages from sources
    where id in (select same_bytes_as from sources) or same_bytes_as is not null order by id`,
  text: `select 'text:' || text_sha256 as key, id, path, pages from sources
    where text_sha256 in (select text_sha256 from sources where same_text_as is not null)
      and same_bytes_as is null order by id`,
} as const

const ONCE = 'The same bytes: its pages are in the case once, with the file that was read first.'

/**
 * Groups of files that are the same. Copies byte for byte need no decision, for they have no pages of their own; of
 * those with the same text only, somebody decides which one is kept.
 */
export function listDuplicates({ raw }: CaseStore): Group[] {
  const decisions = new Map(
    raw
      .prepare<[], Decision>('select key, kept, because from duplicates')
      .all()
      .map((decision) => [decision.key, decision]),
  )
  return (['bytes', 'text'] as const).flatMap((kind) => {
    const groups = Map.groupBy(raw.prepare<[], Member>(MEMBERS[kind]).all(), ({ key }) => key)
    return [...groups].map(([key, members]): Group => {
      const decided = decisions.get(key)
      const shownBy = kind === 'bytes' ? (members.find(({ pages }) => pages > 0) ?? members[0]) : undefined
      return {
        key,
        kind,
        sources: members.map(({ id, path, pages }) => ({ id, path, pages })),
        kept: decided?.kept ?? shownBy?.id ?? null,
        because: decided?.because ?? (shownBy ? ONCE : ''),
      }
    })
  })
}

type Choice = { readonly key: string; readonly kept: number; readonly because: string }

/**
 * Decides which of the same files is kept, in one step to undo. Pages of the others that nobody decided about are
 * flagged as duplicates, and the flag is taken from pages of the kept one that had it. Says how many were flagged.
 */
export function decideDuplicates(
  store: CaseStore,
  { key, kept, because }: Choice,
  who: Omit<ChangeNote, 'says'>,
): number {
  const group = listDuplicates(store).find((one) => one.key === key)
  if (!group) throw new AppError('not-found', 'These files are not in the case any more.')
  const keptFile = group.sources.find(({ id }) => id === kept)
  if (!keptFile) throw new AppError('rule', 'Choose one of the files that are the same.')
  const others = group.sources.filter(({ id }) => id !== kept).map(({ id }) => id)
  const flagged = pagesOf(store, others, 'flag is null')
  const freed = pagesOf(store, [kept], `flag = 'duplicate'`)
  const said = because || `The same text as “${keptFile.path}”.`
  const forward: Step[] = [
    flagStep(flagged, { flag: 'duplicate', because: said, exemption: '' }, who),
    flagStep(freed, { flag: null, because: '', exemption: '' }, who),
    forget(key),
    remember({ key, kept, because }, who.at, who.by),
  ]
  const backward: Step[] = [...wayBack(store, [...flagged, ...freed]), forget(key), ...before(store, key)]
  recordChange(
    store,
    { ...who, says: `Kept “${keptFile.path}” of ${group.sources.length} files that are the same` },
    forward,
    backward,
  )
  return flagged.length
}

function pagesOf({ raw }: CaseStore, sources: readonly number[], which: string): number[] {
  return raw
    .prepare<[string], number>(
      `select id from pages where source in (select value from json_each(?)) and ${which} order by id`,
    )
    .pluck()
    .all(JSON.stringify(sources))
}

const forget = (key: string): Step => ({ sql: 'delete from duplicates where key = ?', values: [key] })

const remember = ({ key, kept, because }: Choice, at: string, by: string): Step => ({
  sql: 'insert into duplicates (key, kept, because, decided_at, decided_by) values (?, ?, ?, ?, ?)',
  values: [key, kept, because, at, by],
})

/** The decision that stands now, to be put back. */
function before({ raw }: CaseStore, key: string): Step[] {
  const old = raw
    .prepare<[string], Decision & { decided_at: string; decided_by: string }>(
      'select * from duplicates where key = ?',
    )
    .get(key)
  return old ? [remember(old, old.decided_at, old.decided_by)] : []
}
