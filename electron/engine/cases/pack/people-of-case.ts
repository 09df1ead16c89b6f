import { FormKind, PersonDecision, type PersonFacts } from '#shared/cases/person.ts'
import { labelParts, NO_LABEL } from '#shared/cases/removal-words.ts'
import { startUnnaming, type Unnamed } from '#shared/cases/without-names.ts'
import type { CaseStore } from '../open-cases.ts'
import { factsOf, labelOfRow } from '../people/person-rows.ts'

/** Somebody of a case as a pack needs them. */
export type PersonOfCase = {
  readonly id: number
  readonly name: string
  readonly label: string
  readonly facts: PersonFacts
  readonly decision: PersonDecision | null
  readonly exemption: string
}

type Row = {
  readonly id: number
  readonly letter: string
  readonly name: string
  readonly facts: string
  readonly decision: string | null
  readonly exemption: string
}

/** Everybody on the list of a case, with the label each has. */
export function peopleOfCase({ raw }: CaseStore): PersonOfCase[] {
  return raw
    .prepare<[], Row>('select id, letter, name, facts, decision, exemption from people order by id')
    .all()
    .map((row) => {
      const facts = factsOf(row)
      const { id, name, decision, exemption } = row
      return {
        id,
        name,
        label: labelOfRow(row),
        facts,
        decision: PersonDecision.nullable().parse(decision),
        exemption,
      }
    })
}

/** Whether nobody said that somebody may be named: fails closed for all but the one whose documents these are. */
export const isUndisclosed = ({ decision, facts }: PersonOfCase) =>
  decision !== 'disclose' && facts.role !== 'subject'

/**
 * Everything that is not to be named in what we write ourselves: the forms of people who are withheld or undecided, and
 * saved words that accepted marks hide.
 */
export function unnamedIn(store: CaseStore): Unnamed[] {
  const forms = store.raw.prepare<[number], { text: string; kind: string }>(
    'select text, kind from person_forms where person = ? and is_dropped = 0 order by id',
  )
  const people = peopleOfCase(store)
    .filter(isUndisclosed)
    .map(({ id, name, label }) => ({
      label: label === '' ? NO_LABEL : labelParts(label).printed,
      forms: [
        ...(name.trim() ? [{ text: name, kind: 'name' as const }] : []),
        ...forms.all(id).map(({ text, kind }) => ({ text, kind: FormKind.parse(kind) })),
      ],
    }))
  const terms = store.raw
    .prepare<[], { text: string; label: string }>(
      `select text, label from terms where kind = 'words'
         and exists (select 1 from marks where marks.term = terms.id and marks.state = 'accepted') order by id`,
    )
    .all()
    .map(({ text, label }) => ({
      label: label ? labelParts(label).printed : NO_LABEL,
      forms: [{ text, kind: 'alias' as const }],
    }))
  return [...people, ...terms]
}

/** A short text of a case as it may be handed over. */
export const namer = (store: CaseStore): ((text: string) => string) => startUnnaming(unnamedIn(store))
