import { type KeyboardEvent, type RefObject, useRef } from 'react'

const KEYS = { y: 'yes', p: 'partly', n: 'no', a: 'notApplicable' } as const
/** What a point of a checklist is answered with. */
export type CheckAnswer = (typeof KEYS)[keyof typeof KEYS]

type AnswerKeys<Row extends HTMLElement> = {
  readonly row: RefObject<Row | null>
  /** On the answer: y, p, n or a answers and leads to the words, Delete takes the answer back, Enter goes on. */
  readonly onAnswerKey: (event: KeyboardEvent) => void
  /** On the words: Enter goes on. */
  readonly onEnter: (event: KeyboardEvent) => void
}

/** The keys of one point of a checklist; `placeAfter` names the `data-place` of the row that an answer leads to. */
export function useAnswerKeys<Row extends HTMLElement>(
  onAnswer: (answer: CheckAnswer | null) => void,
  placeAfter: (answer: CheckAnswer) => string,
  onNext: () => void,
): AnswerKeys<Row> {
  const row = useRef<Row>(null)
  const onAnswerKey = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (Object.hasOwn(KEYS, key)) {
      const answer = KEYS[key as keyof typeof KEYS]
      event.preventDefault()
      onAnswer(answer)
      row.current?.querySelector<HTMLInputElement>(`[data-place="${placeAfter(answer)}"] input`)?.focus()
    } else if (event.key === 'Delete' || event.key === 'Backspace') onAnswer(null)
    else if (event.key === 'Enter') {
      event.preventDefault()
      onNext()
    }
  }
  // Runs after the field itself has kept what was typed. The key is used up, or it would open the next answer.
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onNext()
  }
  return { row, onAnswerKey, onEnter }
}
