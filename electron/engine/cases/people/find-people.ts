import { detectPeople } from '#shared/cases/people/detect.ts'
import { AppError } from '#shared/errors.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { prepared } from '../import/prepared.ts'
import { whileAlone } from '../marks/alone.ts'
import { letGo } from '../marks/bundles.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { giveAloneForms, offerAloneForms } from './give-alone-forms.ts'
import { placeLagging } from './place-lagging.ts'
import { proposePeople } from './propose-people.ts'
import { searchForms } from './search-forms.ts'
import { keepSearch, UNSEARCHED, unsearchedPages } from './search-state.ts'
import { startTally } from './tally.ts'

/** Pages read between two breaths of the program. */
const BETWEEN_STEPS = 20

/** Cases in which people are being looked for. */
const busy = new WeakSet<CaseStore['raw']>()

/**
 * Reads every page that was not read for people yet and proposes who is named there; then writes down where everybody
 * stands, and marks who is withheld on pages that came since. One that is stopped or killed leaves a list that is
 * right as far as it goes, and the next one goes on.
 */
export async function findPeople(store: CaseStore, subjects: readonly string[], who: Who, step: Progress) {
  const { raw } = store
  if (raw.readonly)
    throw new AppError('read-only', 'The register is open to read only, so nothing can be written down here.')
  if (busy.has(raw))
    throw new AppError('rule', 'People are being looked for in this case already. Wait, or stop it first.')
  busy.add(raw)
  try {
    const pages = unsearchedPages(store)
    const found = await detectEverywhere(store, step)
    const proposed = proposePeople(
      store,
      found,
      subjects.filter((name) => name.trim() !== ''),
    )
    offerAloneForms(store)
    await searchForms(store, 'everything', step)
    const alone = await giveAloneForms(store, step)
    keepSearch(store)
    await whileAlone(store, async () => {
      letGo(store)
      await placeLagging(store, who, step)
    })
    return { people: proposed.people + alone.people, forms: proposed.forms + alone.forms, pages }
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled')
      throw new AppError(
        'cancelled',
        'Stopped. Who was found stays on the list; look again to find the rest.',
        {
          cause: error,
        },
      )
    throw error
  } finally {
    busy.delete(raw)
  }
}

/** Everything that looks like somebody on pages that were not searched yet, counted. */
async function detectEverywhere({ raw }: CaseStore, step: Progress) {
  const tally = startTally()
  const pages = Uint32Array.from(
    raw.prepare<[], number>(`select pages.id ${UNSEARCHED} order by 1`).pluck().all(),
  )
  for (const [index, page] of pages.entries()) {
    if (index % BETWEEN_STEPS === 0) await step(index, pages.length, 'Looking for people')
    const row = prepared<{ text: string }>(raw, 'select text from page_texts where page = ?').get(page)
    if (row) tally.take(page, detectPeople(row.text))
  }
  return tally.found()
}
