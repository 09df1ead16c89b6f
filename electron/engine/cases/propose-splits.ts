import { type Proposal, type SplitPage, startReader } from '#shared/cases/splits.ts'
import type { Progress } from '../pdf/write-record.ts'
import { type ChangeNote, recordChange, type Step } from './changes.ts'
import { insertStep, moveStep, nextDocumentId, removeStep } from './documents.ts'
import type { CaseStore } from './open-cases.ts'
import type { DocumentRow } from './rows.ts'

/** Files with fewer pages are one document. */
const FEWEST_PAGES = 4
/** Mails, tables, slides and the like are one document each, however many pages they fill. */
const PAGED_TYPES = ['pdf', 'tiff', 'docx', 'doc', 'odt', 'rtf']
const PAGES_BETWEEN_STEPS = 200

type Candidate = { readonly source: number; readonly pages: number; readonly document: number }

/**
 * Proposes where documents begin in long files that are one document still, about which nobody has said anything; all
 * in one step to undo. What a person split, merged or described is left as it is.
 */
export async function proposeSplits(
  store: CaseStore,
  who: Omit<ChangeNote, 'says'>,
  step: Progress,
): Promise<{ proposed: number; files: number }> {
  const candidates = candidatesIn(store)
  const total = candidates.reduce((sum, { pages }) => sum + pages, 0)
  const found: (Candidate & { readonly proposals: readonly Proposal[] })[] = []
  let done = 0
  for (const candidate of candidates) {
    const reader = startReader()
    for (const page of pagesOf(store, candidate.source)) {
      reader.take(page)
      done += 1
      if (done % PAGES_BETWEEN_STEPS === 0) await step(done, total, 'Looking where documents begin')
    }
    if (reader.proposals().length > 1) found.push({ ...candidate, proposals: reader.proposals() })
  }
  return keep(store, found, who)
}

function candidatesIn({ raw }: CaseStore): Candidate[] {
  return raw
    .prepare<[string], Candidate>(
      `select sources.id as source, sources.pages, min(documents.id) as document
       from sources join documents on documents.source = sources.id
       where sources.pages >= ${FEWEST_PAGES} and sources.type in (select value from json_each(?))
       group by sources.id having count(*) = 1 and max(documents.is_confirmed) = 0
       order by sources.id`,
    )
    .all(JSON.stringify(PAGED_TYPES))
}

type PageText = Omit<SplitPage, 'isPicture'> & { readonly is_picture: number; readonly id: number }

/** Asks a page at a time, for other calls come between. */
function* pagesOf({ raw }: CaseStore, source: number): Generator<SplitPage> {
  const next = raw.prepare<[number, number], PageText>(
    `select id, number, coalesce(text, '') as text, width, height, is_picture
     from pages left join page_texts on page_texts.page = pages.id
     where source = ? and number > ? order by number limit 1`,
  )
  for (let page = next.get(source, 0); page; page = next.get(source, page.number)) {
    const { is_picture, ...rest } = page
    yield { ...rest, isPicture: is_picture === 1 }
  }
}

type Found = Candidate & { readonly proposals: readonly Proposal[] }

/** All of it in one go; a file that was split or described by hand meanwhile is left alone. */
function keep(store: CaseStore, found: readonly Found[], who: Omit<ChangeNote, 'says'>) {
  const still = new Set(candidatesIn(store).map(({ document }) => document))
  const pageAt = store.raw
    .prepare<[number, number], number>('select id from pages where source = ? and number = ?')
    .pluck()
  const forward: Step[] = []
  const backward: Step[] = []
  let [proposed, files, id] = [0, 0, nextDocumentId(store)]
  for (const { source, document, proposals } of found.filter((one) => still.has(one.document))) {
    files += 1
    const title = store.raw
      .prepare<[number], string>('select title from documents where id = ?')
      .pluck()
      .get(document)!
    let from = document
    for (const proposal of proposals.slice(1)) {
      const page = pageAt.get(source, proposal.number)
      if (page === undefined) continue
      const row = rowOf(proposal, { id, source, page, title })
      forward.push(insertStep(row), moveStep(id, from, page))
      backward.unshift(moveStep(from, id, page), removeStep(id))
      from = id
      id += 1
      proposed += 1
    }
    const [first] = proposals
    if (first) addFirst(store, document, first, forward, backward)
  }
  if (forward.length > 0)
    recordChange(
      store,
      { ...who, says: `Proposed where ${proposed.toLocaleString('en-GB')} documents begin` },
      forward,
      backward,
    )
  return { proposed, files }
}

type Where = { readonly id: number; readonly source: number; readonly page: number; readonly title: string }

const rowOf = (proposal: Proposal, { id, source, page, title }: Where): DocumentRow => ({
  id,
  source,
  first_page: page,
  title: proposal.title || `${title}, from its page ${proposal.number.toLocaleString('en-GB')}`,
  type: proposal.type ?? 'other',
  dated: proposal.dated,
  author: proposal.author,
  because: proposal.because,
  is_confirmed: 0,
})

const FIRST = 'update documents set title = ?, type = ?, dated = ?, author = ? where id = ?'

/** The first document of the file keeps what is known of it, where its first page does not say better. */
function addFirst(store: CaseStore, id: number, first: Proposal, forward: Step[], backward: Step[]): void {
  const old = store.raw.prepare<[number], DocumentRow>('select * from documents where id = ?').get(id)!
  forward.push({
    sql: FIRST,
    values: [
      first.title || old.title,
      first.type ?? old.type,
      first.dated ?? old.dated,
      first.author || old.author,
      id,
    ],
  })
  backward.push({ sql: FIRST, values: [old.title, old.type, old.dated, old.author, id] })
}
