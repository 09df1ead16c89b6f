import type { PageLayer } from '../../../binder/messages.ts'
import { unpackWords } from '../page-texts.ts'
import type { CaseStore } from '../open-cases.ts'

/** The words that were recognised on pages of a case, which their pictures do not hold, by their places in the list. */
export function layersOf({ raw }: CaseStore, casePages: readonly number[]): PageLayer[] {
  const recognised = raw.prepare<[number], { text: string; words: Buffer }>(
    `select text, words from page_texts join pages on pages.id = page_texts.page
     where page_texts.page = ? and pages.text_state = 'recognised'`,
  )
  return casePages.flatMap((page, at) => {
    const row = recognised.get(page)
    if (!row) return []
    const words = unpackWords(row.words).map(({ start, end, ...box }) => ({
      ...box,
      text: row.text.slice(start, end),
      turn: 0,
    }))
    return [{ at, words }]
  })
}
