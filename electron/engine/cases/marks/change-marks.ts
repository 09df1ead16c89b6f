import type { z } from 'zod'
import { MarkAnswers, type MarkShape } from '#shared/cases/mark.ts'
import { AppError } from '#shared/errors.ts'
import type { caseMarkProcedures } from '#shared/registers/cases/case-marks.contract.ts'
import { recordChange, type Step } from '../changes.ts'
import { runsOf } from '../flags.ts'
import type { CaseStore } from '../open-cases.ts'
import type { MarkRow } from '../rows.ts'
import { exceptHit } from '../people/except-hit.ts'
import { getPerson } from '../people/person-rows.ts'
import { refuseWhileBusy } from './alone.ts'
import { bringIn, newBundle, putAway, stage } from './bundles.ts'
import { checkSaid, type Known } from './check-said.ts'
import { CHANGE, wayBackOfMarks } from './way-back.ts'
import { checkShape, markRows, marksInWords, placeColumns, type Who } from './mark-rows.ts'

type Asked = z.output<(typeof caseMarkProcedures)['cases.changeMarks']['input']>
type Changes = Asked['changes']

/** Changes marks in one step to undo; says how many. Throws `rule` or `invalid` where the outcome would not hold. */
export function changeMarks(
  store: CaseStore,
  ids: readonly number[],
  changes: Changes,
  known: Known,
  who: Who,
): number {
  refuseWhileBusy(store)
  const rows = markRows(store, ids)
  const [first] = rows
  if (rows.length === 1 && first && isException(first) && changes.state === 'accepted')
    return endOf(store, first, who)
  checkChanges(store, rows, changes, known)
  if (changes.shape) changeShape(store, rows, changes.shape, changes, who)
  else
    recordChange(
      store,
      { ...who, says: wordsOf(store, rows, changes) },
      [forward(rows, changes)],
      wayBackOfMarks(rows),
    )
  return rows.length
}

function forward(rows: readonly MarkRow[], changes: Changes): Step {
  const { state, exemption, answers, reason, label } = changes
  return {
    sql: CHANGE,
    values: [
      state ?? null,
      exemption ?? null,
      answers ? JSON.stringify(answers) : null,
      reason ?? null,
      label ?? null,
      JSON.stringify(runsOf(rows.map(({ id }) => id))),
    ],
  }
}

function checkChanges(store: CaseStore, rows: readonly MarkRow[], changes: Changes, known: Known): void {
  const { state, exemption, answers, reason, shape } = changes
  if (shape) {
    if (rows.length > 1) throw new AppError('invalid', 'Only one mark at a time gets another shape.')
    checkShape(store, rows[0]!.page, shape)
  }
  if (state === 'rejected' && !reason?.trim())
    throw new AppError('invalid', 'Say why this stays visible here.', {
      fields: { reason: 'Say why it stays' },
    })
  for (const row of rows) checkState(row, state)
  const isSaid = exemption !== undefined || answers !== undefined || state === 'accepted'
  if (!isSaid || state === 'rejected') return
  // What a decision about somebody rests on is weighed with the person.
  const asked = new Map(
    rows
      .filter(({ origin }) => origin !== 'person')
      .map((row) => [`${row.exemption} ${row.answers} ${row.person}`, row]),
  )
  for (const row of asked.values())
    checkSaid(
      {
        exemption: exemption ?? row.exemption,
        answers: answers ?? MarkAnswers.parse(JSON.parse(row.answers)),
      },
      known,
      row.person === null ? null : getPerson(store, row.person),
    )
}

const isException = ({ origin, state, person }: MarkRow) =>
  origin === 'person' && state === 'rejected' && person !== null

/** Accepting an exception ends it: what is named there is hidden by the decision again. */
function endOf(store: CaseStore, { person, page, text_start, text_end }: MarkRow, who: Who): number {
  exceptHit(store, person!, { page, start: text_start!, end: text_end! }, null, who)
  return 1
}

/** Marks of somebody who is withheld stand wherever they are named: they are accepted, or an exception. */
function checkState({ origin, state: was }: MarkRow, state: Changes['state']): void {
  if (origin !== 'person' || state === undefined || state === 'rejected' || state === was) return
  throw new AppError(
    'rule',
    state === 'proposed'
      ? 'This person is decided about, so the mark is no proposal. Keep it, or say why it stays visible.'
      : 'This is an exception to a decision about somebody. End the exception instead, and the place is marked again.',
  )
}

const RESHAPE = 'update marks set shape = ?, origin = ?, text_start = ?, text_end = ? where id = ?'

/** A mark of a person that gets another shape becomes one by hand, and the decision keeps its own beside it. */
function changeShape(
  store: CaseStore,
  rows: readonly MarkRow[],
  shape: MarkShape,
  changes: Changes,
  who: Who,
): void {
  const row = rows[0]!
  const isPersons = row.origin === 'person' && row.state === 'accepted'
  const { text_start, text_end } = placeColumns(shape)
  const origin = isPersons ? 'hand' : row.origin
  const steps: Step[] = [
    { sql: RESHAPE, values: [JSON.stringify(shape), origin, text_start, text_end, row.id] },
    forward(rows, changes),
  ]
  const back: Step[] = [
    ...wayBackOfMarks(rows),
    { sql: RESHAPE, values: [row.shape, row.origin, row.text_start, row.text_end, row.id] },
  ]
  store.raw.transaction(() => {
    if (isPersons) {
      const bundle = newBundle(store)
      const ids = stage(store, bundle, [row], who)
      steps.push(...bringIn(bundle))
      back.unshift(...putAway(bundle, ids))
    }
    recordChange(store, { ...who, says: wordsOf(store, rows, changes) }, steps, back)
  })()
}

const STATE_WORDS = { proposed: 'Proposed again', accepted: 'Accepted', rejected: 'Let stay' } as const

function wordsOf(store: CaseStore, rows: readonly MarkRow[], { state }: Changes): string {
  const what = marksInWords(store, rows)
  return `${state ? STATE_WORDS[state] : 'Changed'}: ${what}`
}
