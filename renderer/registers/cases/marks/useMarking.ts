import { useLayoutEffect, useState } from 'react'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import type { Mark } from '#shared/cases/mark.ts'
import type { PageWords } from '#shared/cases/page.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { tell } from '../review/useAttempt.ts'
import type { MarkKey } from './mark-keys.ts'
import { createMarking, type MarkingStore } from './marking.ts'
import { beginBox, leavePlace, moveOn, type Place, takeShape, walkMarks } from './places.ts'
import { type MarkActions, useMarkActions } from './useMarkActions.ts'
import { CHOOSE_FIRST, useReasons } from './useReasons.ts'
import { extended } from './word-steps.ts'

type Reading = {
  readonly request: string
  /** The page that is wanted. */
  readonly id: number
  /** That page, once it is there. */
  readonly here: ShownPage | undefined
  readonly words: PageWords | undefined
  readonly goTo: (page: number | null) => void
}

/** Marking a page: where somebody is on it, and what each key does. */
export function useMarking({ request, id, here, words, goTo }: Reading) {
  const [store] = useState(() => createMarking(id))
  const actions = useMarkActions(request, store)
  const reasons = useReasons(request, actions)
  // Before any other key: what was selected on one page means nothing on the next.
  useLayoutEffect(() => store.arrive(id), [store, id])
  const place: Place | null = here ? { store, shown: here, words: words?.words ?? [] } : null

  /** Whether the key did something; what did nothing is left to whatever has the focus. */
  const onKey = (key: MarkKey): boolean => {
    if (!place) return true
    switch (key.does) {
      case 'move':
        return moveOn(place, key.step, key.selects)
      case 'leave':
        return leavePlace(place)
      case 'nextMark':
        return walkMarks(place, 1)
      case 'previousMark':
        return walkMarks(place, -1)
      case 'mark':
        return markHere(place, actions)
      case 'quick':
        reasons.sayQuick(place, key.number)
        return true
      case 'box':
        beginBox(place)
        return true
      case 'copy':
        void actions.inTurn(() => actions.copy(id))
        return true
      case 'parts':
      case 'person':
        store.change(id, { dialog: key.does })
        return true
      case 'ledger':
        navigate(hrefOf('requests', request, 'people'))
        return true
      case 'remove':
        if (store.get().current === null) return false
        withCurrent(place, actions, (mark) => actions.remove(id, mark.id))
        return true
      case 'otherReason':
        withCurrent(place, actions, () => store.change(id, { isAsking: true }))
        return true
      default:
        changeCurrent(place, actions, key.does)
        return true
    }
  }
  return {
    store,
    actions,
    ...reasons,
    place,
    onKey,
    /** Goes to the next or the last mark that is only proposed, wherever in the case. */
    suggestion: (direction: 'next' | 'previous') =>
      void actions.inTurn(async () => {
        const after = store.get().current
        try {
          const found = await call('cases.nextSuggestion', { request, page: id, after, direction })
          const { page, mark, left } = found
          if (page === null || mark === null) return tell('No suggestion is left in that direction.')
          store.arrive(page, mark)
          store.change(page, { says: `${left.toLocaleString('en-GB')} left to decide` })
          goTo(page)
        } catch (error) {
          tell(sentenceOf(error), 'Not found')
        }
      }),
  }
}

export type PageMarking = ReturnType<typeof useMarking>

/** Marks the box that is drawn or the words at the cursor; false where there is neither. */
function markHere(place: Place, actions: MarkActions): boolean {
  const { box, cursor } = place.store.get()
  if (box === null && cursor === null) return false
  const page = place.shown.page.id
  const shape = takeShape(place)
  if (!shape) {
    tell('These words have no place on the page that could be marked. Draw a box: B.')
    return true
  }
  void actions.inTurn(async () => {
    const made = await actions.mark(page, { shape })
    if (made)
      place.store.change(page, { says: 'Marked. Say why: 1 to 9, R for the last reason, 0 for another.' })
  })
  return true
}

/** Does something with the current mark when its turn comes; says so where there is none. */
function withCurrent(place: Place, actions: MarkActions, work: (mark: Mark) => unknown): void {
  void actions.inTurn(async () => {
    const mark = currentOf(place.store, actions.marksOf(place.shown.page.id))
    if (!mark) return tell(CHOOSE_FIRST)
    await work(mark)
  })
}

const currentOf = (store: MarkingStore, marks: readonly Mark[]) =>
  marks.find(({ id }) => id === store.get().current)

function changeCurrent(
  place: Place,
  actions: MarkActions,
  does: 'accept' | 'reject' | 'extend' | 'like',
): void {
  const page = place.shown.page.id
  withCurrent(place, actions, (mark) => {
    switch (does) {
      case 'accept':
        return actions.change(page, mark.id, { state: 'accepted' }, 'Accepted: it is removed.')
      case 'reject':
        return place.store.change(page, { dialog: 'reject' })
      case 'like':
        place.store.change(page, { says: 'Looking for all places like this…' })
        return actions.like(mark.id).then(() => place.store.change(page, { says: '' }))
      case 'extend': {
        const shape = extended(place.words, mark.shape)
        if (!shape) return tell('Only marks of words can be extended, as far as the page goes.')
        return actions.change(page, mark.id, { shape }, 'Extended by a word.')
      }
    }
  })
}
