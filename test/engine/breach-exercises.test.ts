import { describe, expect, test } from 'vitest'
import { EVERY_RECORD } from '#shared/described/list.ts'
import type { Exercise } from '#shared/registers/breaches/exercises.contract.ts'
import { Instant } from '#shared/time/instant.ts'
import { startTestEngine } from '../support/engine.ts'

const EXERCISE: Exercise = {
  code: '16',
  adapted: false,
  startedAt: Instant.parse('2026-11-20T16:40:00.000Z'),
  decidedAt: Instant.parse('2026-11-20T16:52:00.000Z'),
  jumpedHours: 12,
  answers: {
    isBreach: 'yes',
    whoHasIt: 'known',
    whatIsMissing: 'nothing',
    whatHarm: 'serious',
    howMany: 'many',
  },
  notify: true,
  notifyBecause: 'A stranger has the letter.',
  tell: true,
  tellBecause: 'Birth date and address together.',
}

describe('recording an exercise', () => {
  test('makes training evidence that says what was decided and how it compares, and no breach', async () => {
    await using engine = await startTestEngine()
    const recorded = await engine.call('breaches.recordExercise', {
      exercise: EXERCISE,
      tookPart: 'Duty managers, autumn round',
      people: 4,
    })
    expect(recorded.reference).toBe('EV-0001')
    const { record } = await engine.call('records.get', { register: 'evidence', id: recorded.id })
    expect(record).toMatchObject({
      name: 'Breach exercise: Two letters in one envelope',
      kind: 'training',
      status: 'done',
      audience: 'Duty managers, autumn round',
      doneOn: '2026-11-20',
      peopleExpected: 4,
      peopleDone: 4,
    })
    const { subject } = record as unknown as { subject: string }
    expect(subject.split('\n')).toEqual([
      'An exercise, not a breach. Case 16. Outcome: EDPB Guidelines 01/2021, case 16.',
      'Tell the Commissioner: yes, because A stranger has the letter.',
      'Tell the people: yes, because Birth date and address together.',
      'The five answers suggested: Reportable to the Commissioner, and the people are to be told: a high risk is likely.',
      'The case: Tell the Commissioner; not the people. A risk, because a stranger has it and it is more than an address; not a high one.',
      'Agrees on telling the Commissioner, differs on telling the people.',
      expect.stringMatching(/^What is the worst .* Answered: Fraud, .* The case: Annoyance/),
      expect.stringMatching(/^How many people, .* Answered: Many, .* The case: Few, none/),
      'Time taken: 12 minutes; by the clock of the drill 12 hours after becoming aware.',
    ])
    const whole = { filter: EVERY_RECORD, sort: [], groupBy: null, offset: 0, limit: 50 }
    const breaches = await engine.call('records.list', { register: 'breaches', ...whole })
    expect(breaches.rows).toEqual([])
  })

  test('is undone like any other change', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('breaches.recordExercise', {
      exercise: { ...EXERCISE, adapted: true },
      tookPart: 'Alone',
      people: null,
    })
    await engine.call('history.undo', {})
    await expect(engine.call('records.get', { register: 'evidence', id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('wants somebody who took part, and a case that there is', async () => {
    await using engine = await startTestEngine()
    await expect(
      engine.call('breaches.recordExercise', { exercise: EXERCISE, tookPart: ' ', people: null }),
    ).rejects.toThrow('Say who took part')
    await expect(
      engine.call('breaches.recordExercise', {
        exercise: { ...EXERCISE, code: '99' },
        tookPart: 'Alone',
        people: null,
      }),
    ).rejects.toMatchObject({ code: 'not-found', message: 'There is no case 99. Choose one from the list.' })
  })
})
