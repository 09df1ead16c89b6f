import type { Breach } from '../breach.record.ts'
import type { ComposedAnswer } from './composed.ts'
import { notKnownWords } from './compose.ts'

type Typed = Breach['reportAnswers']

/** The typed answers with one more, or another one in its place. */
export function withTyped(
  answers: Typed,
  { code, question }: Pick<ComposedAnswer, 'code' | 'question'>,
  typed: { readonly answer: string; readonly state: 'answered' | 'notKnown' },
): Typed {
  const item = { id: code, question: question.slice(0, 500), ...typed }
  const isThere = answers.some(({ id }) => id === code)
  return isThere ? answers.map((one) => (one.id === code ? item : one)) : [...answers, item]
}

/** The typed answers without one: what the record says stands again. */
export function withoutTyped(answers: Typed, code: string): Typed {
  return answers.filter(({ id }) => id !== code)
}

/** What the record says in answer to a question, whatever was typed. */
export function recordSays(answer: ComposedAnswer): Pick<ComposedAnswer, 'text' | 'state'> {
  return answer.recordSays ?? { text: answer.text, state: answer.state }
}

/** The answer as it stands on the screen: what was just typed counts before the engine has heard of it. */
export function shownAnswer(answer: ComposedAnswer, answers: Typed): ComposedAnswer {
  const typed = answers.find(({ id }) => id === answer.code)
  if (!typed) return { ...answer, ...recordSays(answer), isTyped: false, recordSays: null }
  const isNotKnown = typed.state === 'notKnown'
  const text = typed.answer.trim() || (isNotKnown ? notKnownWords(answer.options) : '')
  const state = isNotKnown ? 'notKnown' : text === '' ? 'blank' : 'answered'
  return { ...answer, text, state, isTyped: true, recordSays: recordSays(answer) }
}
