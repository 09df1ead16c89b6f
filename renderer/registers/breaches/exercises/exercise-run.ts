import { createStore } from '#renderer/api/store.ts'
import type { BreachAnswers } from '#shared/law/breaches/questions.ts'
import type { Exercise } from '#shared/registers/breaches/exercises.contract.ts'
import type { Instant } from '#shared/time/instant.ts'

/** A drill under way, or decided; it lives in this window only and outlasts a look at another page. */
export type ExerciseRun = Pick<
  Exercise,
  'code' | 'adapted' | 'startedAt' | 'jumpedHours' | 'notifyBecause' | 'tellBecause'
> & {
  readonly answers: BreachAnswers
  readonly notify: boolean | null
  readonly tell: boolean | null
  /** Whether the suggestion was asked for before every question had an answer. */
  readonly suggestionAsked: boolean
  readonly decidedAt: Instant | null
  /** The evidence made of it; null until then. */
  readonly recorded: { readonly id: string; readonly reference: string } | null
}

/** The drill of this window. */
export const runStore = createStore<ExerciseRun | null>(null)

/** Whether cases of the guideline are told in children’s services. */
export const adaptedStore = createStore(false)

/** Begins a drill: its 72 hours run from now. */
export function startRun(code: string, adapted: boolean, startedAt: Instant): void {
  runStore.set({
    code,
    adapted,
    startedAt,
    jumpedHours: 0,
    answers: { isBreach: null, whoHasIt: null, whatIsMissing: null, whatHarm: null, howMany: null },
    notify: null,
    notifyBecause: '',
    tell: null,
    tellBecause: '',
    suggestionAsked: false,
    decidedAt: null,
    recorded: null,
  })
}

/** Changes the drill that is under way. */
export function changeRun(changes: Partial<ExerciseRun>): void {
  const run = runStore.get()
  if (run) runStore.set({ ...run, ...changes })
}

/** The drill as it is kept, once both decisions are taken; null before. */
export function exerciseOf(run: ExerciseRun): Exercise | null {
  const { notify, tell, decidedAt } = run
  if (notify === null || tell === null || decidedAt === null) return null
  const { code, adapted, startedAt, jumpedHours, answers, notifyBecause, tellBecause } = run
  return {
    code,
    adapted,
    startedAt,
    decidedAt,
    jumpedHours,
    answers,
    notify,
    notifyBecause,
    tell,
    tellBecause,
  }
}
