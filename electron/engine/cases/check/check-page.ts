import type { CheckVerdict } from '#shared/cases/second-check.ts'
import { AppError } from '#shared/errors.ts'
import { type ChangeNote, recordChange, type Step } from '../changes.ts'
import type { CaseStore } from '../open-cases.ts'
import { placesIn } from '../places.ts'
import { type PageState, stateOfPage, stateSha256 } from './page-states.ts'
import { changePage, getRound, type Round } from './rounds.ts'

/** What a checker says of a page; a note goes with one that is returned. */
export type Said = { readonly page: number; readonly verdict: CheckVerdict; readonly note: string }

type Kept = {
  readonly verdict: CheckVerdict | null
  readonly note: string
  readonly returns: number
  readonly state_sha256: string
}

const SET_PAGE =
  'update check_pages set verdict = ?, note = ?, returns = ?, state_sha256 = ? where round = ? and page = ?'
const SET_REOPENED = 'update pages set reopened = ? where id = ?'
const SET_SIGNED = 'update check_rounds set signed_off = ? where id = ?'

/**
 * Agrees with a page, or returns it, which opens it again; one step to undo, and what was signed off is so no more.
 * Throws `rule` for a page that is not of the check, or that is not decided yet and cannot be agreed with.
 */
export function checkPage(
  store: CaseStore,
  { page, verdict, note }: Said,
  who: Omit<ChangeNote, 'says'>,
): void {
  const round = getRound(store)
  const [before, state] = [keptOf(store, round, page), stateOfPage(store, page)]
  if (!before || !state)
    throw new AppError('rule', 'This page is not of the second check. Go to one that is.')
  const said = note.trim()
  // What is agreed with already is not said again, so that it takes no signature away.
  if (verdict === 'agree' && before.verdict === 'agree' && before.state_sha256 === stateSha256(state)) return
  if (verdict === 'return' && said.length < 3)
    throw new AppError('invalid', 'Say what is wrong with the page, so that it can be put right.', {
      fields: { note: 'Say what is wrong' },
    })
  const own = returnedBy(round, before)
  const reopened = verdict === 'agree' ? agreed(state, own) : opened(state, own, wordsOf(round, said))
  const after: Kept = {
    verdict,
    // What was wrong stays with the page when it was put right.
    note: verdict === 'agree' && said === '' ? before.note : said,
    returns: before.returns + (verdict === 'return' ? 1 : 0),
    state_sha256: stateSha256({ ...state, reopened }),
  }
  const place = placesIn(store).of(page).toLocaleString('en-GB')
  const says = `${verdict === 'agree' ? 'Agreed with' : 'Returned'}: page ${place}`
  changePage(store, round, page, () =>
    recordChange(
      store,
      { ...who, says },
      steps(round, page, after, reopened, null),
      steps(round, page, before, state.reopened, round.signed_off),
    ),
  )
}

function steps(round: Round, page: number, kept: Kept, reopened: string, signedOff: string | null): Step[] {
  const { verdict, note, returns, state_sha256 } = kept
  return [
    { sql: SET_PAGE, values: [verdict, note, returns, state_sha256, round.id, page] },
    { sql: SET_REOPENED, values: [reopened, page] },
    { sql: SET_SIGNED, values: [signedOff, round.id] },
  ]
}

function keptOf({ raw }: CaseStore, { id }: Round, page: number): Kept | undefined {
  return raw
    .prepare<[number, number], Kept>(
      'select verdict, note, returns, state_sha256 from check_pages where round = ? and page = ?',
    )
    .get(id, page)
}

const wordsOf = ({ checker }: Round, note: string) => `returned by ${checker}: ${note}`

/** Why the page stands open when this check returned it; null where it did not. */
const returnedBy = (round: Round, { verdict, note }: Kept) =>
  verdict === 'return' ? wordsOf(round, note) : null

/** A page that was returned by mistake is closed again; one that waits for anything else is the reviewer's. */
function agreed({ flag, reopened }: PageState, own: string | null): string {
  if (reopened !== '' && reopened !== own)
    throw new AppError(
      'rule',
      `This page is to be decided again first: ${reopened}. Agree with it when that is done.`,
    )
  if (flag === null || flag === 'query')
    throw new AppError('rule', 'This page is not decided. Return it, or wait until it is.')
  return ''
}

/** Another reason for which the page stands open is kept beside the checker's. */
function opened({ reopened }: PageState, own: string | null, words: string): string {
  if (reopened === '' || reopened === own) return words
  const others = own !== null && reopened.endsWith(`; ${own}`) ? reopened.slice(0, -own.length - 2) : reopened
  return `${others}; ${words}`
}
