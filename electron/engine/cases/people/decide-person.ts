import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import type { CasePerson } from '#shared/cases/person.ts'
import { missingAnswers } from '#shared/law/exemptions/questions.ts'
import type { casePeopleProcedures } from '#shared/registers/cases/case-people.contract.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { recordChange, type Step } from '../changes.ts'
import type { Known } from '../marks/check-said.ts'
import { whileAlone } from '../marks/alone.ts'
import { bringIn, letGo, newBundle, putAway, putAwayOf } from '../marks/bundles.ts'
import { wayBackOfMarks } from '../marks/way-back.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { getPerson, type PersonRow, personRow } from './person-rows.ts'
import { formIds, markedPages, marksOf, pagesToPlace } from './pages-of-person.ts'
import { placeMarks, reasonOf, type Withheld } from './place-marks.ts'
import { reopening } from './reopen.ts'
import { searchForms } from './search-forms.ts'
import { lastSearch } from './search-state.ts'

type Procedure = (typeof casePeopleProcedures)['cases.decidePerson']
type Asked = Omit<z.output<Procedure['input']>, 'request' | 'person'>
type Told = z.input<Procedure['output']>

/**
 * Decides about somebody, in one step to undo. Withholding puts a mark wherever they are named; everything else takes
 * those marks away. Pages decided before whose marks change are to be looked at again. Throws `rule` where the
 * exemption may not be used, or asks what no reason answers, and for the person who asks.
 */
export async function decidePerson(
  store: CaseStore,
  person: number,
  asked: Asked,
  known: Known,
  who: Who,
  step: Progress,
): Promise<Told> {
  checkDecision(getPerson(store, person), asked, known)
  return whileAlone(store, async () => {
    letGo(store)
    await searchForms(store, 'newForms', step)
    return asked.decision === 'withhold'
      ? withhold(store, person, asked, who, step)
      : disclose(store, person, asked, who)
  })
}

function checkDecision(person: CasePerson, { decision, exemption, because }: Asked, known: Known): void {
  if (decision !== 'withhold') return
  if (person.role === 'subject')
    throw new AppError(
      'rule',
      'This is the person whose data it is, who is never withheld. Change the role first if it is not.',
    )
  const open = missingAnswers(exemption, {}, { ...known, person })
  const stop = open.find(({ isForbidden }) => isForbidden)
  if (stop) throw new AppError('rule', exemption === '' ? NO_EXEMPTION : `${exemption}: ${stop.says}`)
  // Of paragraph 16 the factors are weighed with the person, and may be while others are decided about already.
  const [first] = exemption === 'TP-16' ? [] : open
  if (first && because.trim() === '')
    throw new AppError('rule', `${exemption}: ${first.says} Answer it in the reason.`, {
      fields: { because: first.says },
    })
}

const NO_EXEMPTION = 'Say by which exemption this person is withheld.'

async function withhold(
  store: CaseStore,
  person: number,
  asked: Asked,
  who: Who,
  step: Progress,
): Promise<Told> {
  const row = personRow(store, person)
  const placing = await placeMarks(
    store,
    { ...withheldAs(store, person), exemption: asked.exemption },
    pagesToPlace(store, person),
    who,
    step,
  )
  const wasWithheld = row.decision === 'withhold'
  const gone = new Set(placing.gone)
  const kept = wasWithheld ? marksOf(store, person).filter(({ id }) => !gone.has(id)) : []
  const name = nameOf(row)
  const reopen = reopening(
    store,
    { pages: placing.pages, says: `${name} is withheld now.` },
    { pages: wasWithheld ? [] : placing.uncovered, says: uncoveredWords(name) },
  )
  const away = newBundle(store)
  recordChange(
    store,
    { ...who, says: `Withheld ${name}` },
    [
      ...bringIn(placing.bundle),
      ...putAway(away, placing.gone),
      resaid(person, asked.exemption),
      decided(row.id, { ...asked, decided_at: who.at, decided_by: who.by, placed_to: lastSearch(store) }),
      ...reopen.forward,
    ],
    [
      ...reopen.backward,
      decided(row.id, row),
      ...wayBackOfMarks(kept),
      ...bringIn(away),
      ...(wasWithheld ? putAway(placing.bundle, placing.added) : putAwayOf(placing.bundle, person)),
    ],
  )
  const told = markedPages(store, person)
  return { marks: told.marks, pages: told.pages.length, reopened: reopen.pages.length }
}

function disclose(store: CaseStore, person: number, asked: Asked, who: Who): Told {
  const row = personRow(store, person)
  const { pages } = markedPages(store, person)
  const name = nameOf(row)
  const says =
    asked.decision === 'disclose' ? `${name} stays visible now.` : `${name} is not decided about any more.`
  const reopen = reopening(store, { pages, says }, { pages: [], says: '' })
  const away = newBundle(store)
  const isKnown = asked.decision !== null
  recordChange(
    store,
    { ...who, says: isKnown ? `Disclosed ${name}` : `Took the decision about ${name} back` },
    [
      ...putAwayOf(away, person),
      decided(row.id, {
        decision: asked.decision,
        exemption: '',
        because: isKnown ? asked.because : '',
        decided_at: isKnown ? who.at : null,
        decided_by: isKnown ? who.by : '',
        placed_to: row.placed_to,
      }),
      ...reopen.forward,
    ],
    [...reopen.backward, decided(row.id, row), ...bringIn(away)],
  )
  return { marks: 0, pages: 0, reopened: reopen.pages.length }
}

type Decided = Pick<
  PersonRow,
  'decision' | 'exemption' | 'because' | 'decided_at' | 'decided_by' | 'placed_to'
>

/** The step that keeps what was decided about somebody. */
export const decided = (person: number, said: Decided): Step => ({
  sql: `update people set decision = ?, exemption = ?, because = ?, decided_at = ?, decided_by = ?, placed_to = ?
    where id = ?`,
  values: [
    said.decision,
    said.exemption,
    said.because,
    said.decided_at,
    said.decided_by,
    said.placed_to,
    person,
  ],
})

/** Marks that stood already say the new ground. */
const resaid = (person: number, exemption: string): Step => ({
  sql: `update marks set exemption = ?, reason = ? where person = ? and origin = 'person' and state = 'accepted'`,
  values: [exemption, reasonOf(exemption), person],
})

/** Somebody with what marks of them say. */
export function withheldAs(store: CaseStore, person: number): Withheld {
  const { label, exemption } = getPerson(store, person)
  return { person, exemption, label, forms: formIds(store, person), exceptionsOf: [person] }
}

/** What somebody is called in a sentence. */
export const nameOf = ({ name, letter }: Pick<PersonRow, 'name' | 'letter'>): string =>
  name.trim() === '' ? `Person ${letter}` : `“${name}”`

/** Why a page has to be looked at that names somebody where no mark can stand. */
export const uncoveredWords = (name: string): string =>
  `${name} is named at a place that cannot be found on the picture: mark it by hand, or withhold the page.`
