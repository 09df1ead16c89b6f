import { findCase } from '#shared/law/breaches/cases.ts'
import { AppError } from '#shared/errors.ts'
import { exerciseEvidence } from '#shared/registers/breaches/exercise.ts'
import type { exerciseProcedures } from '#shared/registers/breaches/exercises.contract.ts'
import { evidence } from '#shared/registers/evidence/evidence.register.ts'
import { kindOf } from '../../described/kind-of.ts'
import { nextInSeries } from '../../described/next-in-series.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const exerciseHandlers: HandlersFor<typeof exerciseProcedures> = {
  'breaches.recordExercise': async ({ db, ledger, newId }, { exercise, tookPart, people }) => {
    const one = findCase(exercise.code)
    if (!one) throw new AppError('not-found', `There is no case ${exercise.code}. Choose one from the list.`)
    const id = newId()
    const reference = await nextInSeries(db, 'evidence')
    const found = exerciseEvidence(one, exercise, tookPart, people)
    await ledger.put(kindOf('evidence'), { ...evidence.blank(id, found.name), ...found, reference })
    return { id, reference }
  },
}
