import { PASSAGE_LETTERS } from '#shared/cases/passages.ts'
import type { Conflict } from '#shared/registers/cases/case-checks.contract.ts'
import type { CaseStore } from '../../open-cases.ts'
import { lettersOf } from '../../page-texts.ts'
import {
  type ComparedPage,
  comparedPages,
  decidedOtherwise,
  hasRemovals,
  inWords,
  passagesOn,
} from './compared-pages.ts'
import { removedPassages, type RemovedPassages } from './removed-passages.ts'

/** A case that is compared with this one; it may be this one, with what it handed over before. */
export type OtherCase = { readonly request: string; readonly reference: string; readonly store: CaseStore }

/** A conflict before it is known where its page stands in the case. */
export type FoundConflict = Omit<Conflict, 'place' | 'title'>

/** Where a passage is removed in another case. */
export type There = Pick<Conflict, 'otherRequest' | 'otherReference' | 'otherPage' | 'wasReleased'>

/** Called for every hundred pages that were read. */
type Tell = (pages: number) => Promise<void>

/** Passages that this case removes now. */
export async function removedHere(here: CaseStore, tell: Tell): Promise<RemovedPassages<number>> {
  const removed = removedPassages<number>()
  for (const pages of comparedPages(here)) {
    for (const page of pages)
      if (isGoing(page) && hasRemovals(here, page))
        for (const { hash, isRemoved } of passagesOn(here, page))
          if (isRemoved) removed.add(hash, () => ({ where: page.id, because: '' }))
    await tell(pages.length)
  }
  return removed
}

/** Pages that say the same as a page of the other case, and are handed over in one and withheld in the other. */
export async function comparePages(
  here: CaseStore,
  other: OtherCase,
  found: (conflict: FoundConflict) => void,
  tell: Tell,
): Promise<void> {
  const isOwn = other.store.raw === here.raw
  for (const pages of comparedPages(here)) {
    for (const page of pages) {
      if (page.flag === 'release' && page.was_released) continue
      const same = decidedOtherwise(other.store, page).filter(
        // Within a case a pair is told once: from the page that is handed over, unless that one went before.
        (one) => !isOwn || page.flag === 'release' || one.was_released === 1,
      )
      const there = same.find(({ was_released }) => was_released === 1) ?? same[0]
      if (there && !isShort(here, page.id)) found(pageConflict(page, other, there))
    }
    await tell(pages.length)
  }
}

/**
 * Passages that this case removes and the other hands over; and keeps what the other removes, for
 * {@link openHere} to compare with.
 */
export async function comparePassages(
  here: RemovedPassages<number>,
  other: OtherCase,
  there: RemovedPassages<There>,
  isOwn: boolean,
  found: (conflict: FoundConflict) => void,
  tell: Tell,
): Promise<void> {
  for (const pages of comparedPages(other.store)) {
    for (const page of pages) {
      if (page.flag !== 'release') continue
      // Without anything to be looked for, only pages on which something is removed tell anything.
      if (here.count() === 0 && !hasRemovals(other.store, page)) continue
      for (const passage of passagesOn(other.store, page)) {
        if (passage.isRemoved) {
          there.add(passage.hash, () => ({ where: thereOf(other, page), because: passage.because() }))
          continue
        }
        // Within a case what is open now is found from there.
        const mine = isOwn && isGoing(page) ? undefined : here.find(passage.hash)
        if (mine)
          found({
            ...thereOf(other, page),
            page: mine.where,
            kind: 'passage',
            here: `Removed: “${passage.says()}”`,
            there: page.was_released ? 'Was handed over' : 'Stays',
            thereBecause: '',
          })
      }
    }
    await tell(pages.length)
  }
}

/** Passages that another case removes, or another page of this one, and that stay here. */
export async function openHere(
  here: CaseStore,
  there: RemovedPassages<There>,
  found: (conflict: FoundConflict) => void,
  tell: Tell,
): Promise<void> {
  if (there.count() === 0) return
  for (const pages of comparedPages(here)) {
    for (const page of pages) {
      if (!isGoing(page)) continue
      for (const passage of passagesOn(here, page)) {
        const removed = passage.isRemoved ? undefined : there.find(passage.hash)
        if (!removed) continue
        found({
          ...removed.where,
          page: page.id,
          kind: 'passage',
          here: `Stays: “${passage.says()}”`,
          there: 'Removed',
          thereBecause: removed.because,
        })
      }
    }
    await tell(pages.length)
  }
}

/** To be released now. */
const isGoing = ({ flag, was_released }: ComparedPage) => flag === 'release' && was_released === 0

const thereOf = ({ request, reference }: OtherCase, { id, was_released }: ComparedPage): There => ({
  otherRequest: request,
  otherReference: reference,
  otherPage: id,
  wasReleased: was_released === 1,
})

function pageConflict(page: ComparedPage, other: OtherCase, there: ComparedPage): FoundConflict {
  return {
    ...thereOf(other, there),
    page: page.id,
    kind: 'page',
    here: decisionOf(page),
    there: decisionOf(there),
    thereBecause: inWords({ label: '', exemption: there.exemption, reason: there.flag_because }),
  }
}

const decisionOf = ({ flag, was_released }: ComparedPage) =>
  flag === 'withhold' ? 'Withheld' : was_released ? 'Was handed over' : 'Released'

/** Whether a page says too little to be known again: a number, a heading. */
function isShort({ raw }: CaseStore, page: number): boolean {
  const text = raw.prepare<[number], string>('select text from page_texts where page = ?').pluck().get(page)
  return lettersOf(text ?? '').length < PASSAGE_LETTERS
}
