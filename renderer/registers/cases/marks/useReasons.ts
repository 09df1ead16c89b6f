import { useRef } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import type { Mark } from '#shared/cases/mark.ts'
import type { QuickReason } from '#shared/registers/cases/case-marks.contract.ts'
import { tell } from '../review/useAttempt.ts'
import { answersBefore, asksFirst, type GivenAnswers, rememberAnswers } from './asking.ts'
import type { MarkShape } from '#shared/cases/mark.ts'
import { isSelecting, type Place, shapeHere, takeShape } from './places.ts'
import type { MarkActions } from './useMarkActions.ts'

/** What is said where a key needs a mark and there is none. */
export const CHOOSE_FIRST =
  'Choose a mark first: Tab goes through those of the page, N to the next suggestion.'

/** The reasons that keys put on marks. */
export function useReasons(request: string, actions: MarkActions) {
  const reasons = useEngineQuery('cases.quickReasons', { request }).data ?? []
  const last = useRef<QuickReason | null>(null)
  const given = useRef<GivenAnswers>(new Map())

  /** Puts a reason on the current mark, or marks what is selected with it; one that asks something is asked first. */
  const say = (place: Place, said: QuickReason): void => {
    const selected = isSelecting(place) ? takeShape(place) : null
    void actions.inTurn(async () => {
      const page = place.shown.page.id
      last.current = said
      const mark = await markMeant(place, actions, selected)
      if (!mark) return tell(CHOOSE_FIRST)
      const answers = answersBefore(given.current, said)
      if (mark.person === null && asksFirst(said.exemption, answers))
        return place.store.change(page, {
          asked: said,
          isAsking: true,
          says: 'This reason asks something first.',
        })
      const { exemption, reason, label } = said
      // The label of a person is the same everywhere, whatever the reason.
      const named = label !== '' && mark.person === null ? { label } : {}
      const changes = { exemption, reason, answers, ...named }
      await actions.change(page, mark.id, changes, `Reason: ${reasonInWords(said)}`)
    })
  }

  return {
    reasons,
    say,
    sayQuick: (place: Place, number: number): void => {
      const reason = reasons[number - 1]
      if (reason) say(place, reason)
      else tell(`No reason is kept under ${number} yet: edit them below the page.`)
    },
    /** Says the last reason again; false where no mark is meant, and the key is about the page. */
    sayLast: (place: Place): boolean => {
      if (place.store.get().current === null && !isSelecting(place)) return false
      if (last.current) say(place, last.current)
      else tell('No reason was used yet: 1 to 9, or 0 for another.')
      return true
    },
    /** What was answered the last time to what a reason asks. */
    answersOf: (reason: QuickReason) => answersBefore(given.current, reason),
    /** What was said by hand can be said again too, with its answers. */
    remember: (mark: Pick<Mark, 'exemption' | 'reason' | 'label' | 'answers' | 'person'>): void => {
      last.current = {
        exemption: mark.exemption,
        reason: mark.reason,
        label: mark.person === null ? mark.label : '',
      }
      rememberAnswers(given.current, mark)
    },
  }
}

/** A reason in a few words. */
export const reasonInWords = ({ exemption, reason, label }: QuickReason): string =>
  [exemption, label || reason].filter((part) => part !== '').join(' · ') || 'No reason'

async function markMeant(place: Place, actions: MarkActions, selected: MarkShape | null) {
  const { store, shown } = place
  const page = shown.page.id
  const shape = selected ?? (store.get().current === null ? shapeHere(place) : null)
  if (shape) return actions.mark(page, { shape })
  return actions.marksOf(page).find(({ id }) => id === store.get().current) ?? null
}
