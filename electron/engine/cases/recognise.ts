import { AppError } from '#shared/errors.ts'
import type { caseFileProcedures } from '#shared/registers/cases/case-files.contract.ts'
import type { InputOf, OutputOf } from '#shared/rpc/procedure.ts'
import type { TaskContext } from '../rpc/context.ts'
import { wholeBlob } from './blobs.ts'
import type { CaseStore } from './open-cases.ts'
import { fingerprintOf, packWords } from './page-texts.ts'
import type { Papers } from './papers.ts'
import { recognisePage, type Seen } from './recognise-page.ts'

type Recognise = (typeof caseFileProcedures)['cases.recognise']

/** Cases whose words are being recognised. */
const busy = new WeakSet<CaseStore['raw']>()

/**
 * Recognises the words of pages that are pictures, in the order of the case, until none waits. Each page is written by
 * itself, so what is stopped or killed goes on where it was; a page that cannot be recognised is marked and passed by.
 */
export async function recognisePages(
  { cases, step }: Pick<TaskContext, 'cases' | 'step'>,
  { request }: InputOf<Recognise>,
): Promise<OutputOf<Recognise>> {
  const store = await cases.get(request)
  if (store.raw.readonly)
    throw new AppError('read-only', 'The register is open to read only, so nothing can be written down here.')
  if (busy.has(store.raw))
    throw new AppError('rule', 'The words of this case are being recognised already. Wait, or stop it first.')
  busy.add(store.raw)
  try {
    return await recogniseWaiting(store, cases.papers(), step)
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled')
      throw new AppError(
        'cancelled',
        'Stopped. Words that were found stay; the rest can be looked for later.',
        {
          cause: error,
        },
      )
    throw error
  } finally {
    busy.delete(store.raw)
  }
}

async function recogniseWaiting(store: CaseStore, papers: Papers, step: TaskContext['step']) {
  const done = { recognised: 0, failed: 0 }
  // Scans of one file are mostly turned alike, so what helped last is tried first.
  let turn = 0
  let last = 0
  for (;;) {
    const next = nextWaiting(store, last)
    const waiting = countWaiting(store)
    const passed = done.recognised + done.failed
    if (!next) {
      await step(passed, passed + waiting, 'No page waits any more')
      return { ...done, waiting }
    }
    await step(passed, passed + waiting, `Page ${next.number} of ${next.name}`)
    const seen = await look(store, papers, next, turn)
    if (seen) turn = seen.turn
    if (writeWords(store, next, seen)) done[seen ? 'recognised' : 'failed'] += 1
    last = next.id
  }
}

type WaitingPage = {
  readonly id: number
  readonly source: number
  readonly number: number
  readonly name: string
  readonly paper: string
  readonly isPicture: number
  readonly width: number
  readonly height: number
}

function nextWaiting({ raw }: CaseStore, after: number): WaitingPage | undefined {
  return raw
    .prepare<[number], WaitingPage>(
      `select pages.id, source, number, name, paper, is_picture as isPicture, width, height
       from pages join sources on sources.id = source
       where text_state = 'waiting' and pages.id > ? and paper is not null order by pages.id limit 1`,
    )
    .get(after)
}

function countWaiting({ raw }: CaseStore): number {
  return raw
    .prepare<[], number>(`select count(*) from pages where text_state = 'waiting'`)
    .pluck()
    .get() as number
}

/** The words of a page; null where they cannot be found. */
async function look(store: CaseStore, papers: Papers, page: WaitingPage, turn: number): Promise<Seen | null> {
  try {
    const paper = await papers.open(page.paper, () => wholeBlob(store, page.paper))
    return await recognisePage(papers, paper, page, { turn, mayBeTurned: page.isPicture === 0 })
  } catch (error) {
    // A page of its own making, or one that took too long: the others go on.
    if (error instanceof AppError && error.code === 'rule') return null
    throw error
  }
}

/** Words from which on a page is something to read, and not mostly a picture. */
const TO_READ = 30

/** Writes down what was found in one step; says false where the page was read anew meanwhile. */
function writeWords({ raw }: CaseStore, { id, source }: WaitingPage, seen: Seen | null): boolean {
  return raw.transaction(() => {
    const { changes } = raw
      .prepare(
        `update pages set text_state = ?, fingerprint = ?, is_picture = is_picture and ?
         where id = ? and source = ? and text_state = 'waiting'`,
      )
      .run(
        seen ? 'recognised' : 'failed',
        fingerprintOf(seen?.text ?? ''),
        seen && seen.words.length >= TO_READ ? 0 : 1,
        id,
        source,
      )
    if (changes === 0) return false
    if (seen)
      raw
        .prepare(
          `insert into page_texts (page, text, words) values (@id, @text, @words)
           on conflict (page) do update set text = @text, words = @words`,
        )
        .run({ id, text: seen.text, words: packWords(seen.words) })
    return true
  })()
}
