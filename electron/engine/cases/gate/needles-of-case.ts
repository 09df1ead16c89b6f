import { lettersOf } from '#shared/cases/needles/fold.ts'
import { FormKind, type PersonFacts } from '#shared/cases/person.ts'
import type { GateNeedle, GateNeedles, OpenName } from '#shared/cases/proof/gate-needles.ts'
import type { CaseStore } from '../open-cases.ts'
import { factsOf } from '../people/person-rows.ts'

/** Where somebody lives or can be reached: it is never told of those whose address is protected. */
const WHEREABOUTS = new Set<FormKind>(['address', 'postcode', 'phone', 'email'])
/** Shorter forms stand in every text. */
const LEAST_LETTERS = 2

type Row = {
  readonly id: number
  readonly name: string
  readonly facts: string
  readonly decision: string | null
}
type FormRow = { readonly person: number; readonly text: string; readonly kind: string }
type Named = Row & {
  readonly said: PersonFacts
  readonly forms: readonly Pick<GateNeedle, 'form' | 'text'>[]
}

/**
 * Everybody who must not be named in any file of a pack, as the case stands now: who is withheld, who is not decided
 * about, and where protected people live; and the names that may stand anywhere, `open` among them.
 */
export function needlesOfCase(store: CaseStore, open: readonly string[] = []): GateNeedles {
  const people = peopleOf(store)
  const spoken = people.filter(isDisclosed)
  const openForms = spoken.flatMap(({ forms }) => forms)
  const openNumbers = new Set(
    openForms.filter(({ form }) => !isName(form)).map(({ text }) => lettersOf(text)),
  )
  const hidden = people.filter((person) => !isDisclosed(person))
  return {
    needles: [
      ...hidden.flatMap((person) => needlesOf(person, openNumbers)),
      ...people.filter(({ said }) => said.isProtected).flatMap(whereaboutsOf),
      ...termsOf(store, true).map((text): GateNeedle => ({
        person: null,
        kind: 'person',
        form: 'alias',
        text,
        because: 'term',
      })),
    ].filter(({ text }) => lettersOf(text).length >= LEAST_LETTERS),
    open: [
      ...openForms.map((form): OpenName => ({ ...form, isExclusion: false })),
      ...open.flatMap((text): OpenName[] =>
        text.trim() ? [{ form: 'name', text, isExclusion: false }] : [],
      ),
      ...termsOf(store, false).map((text): OpenName => ({ form: 'alias', text, isExclusion: true })),
    ],
  }
}

const isName = (form: FormKind) => form === 'name' || form === 'alias'

/** The one who asks stays unless somebody decided otherwise; everybody else has to be decided about. */
const isDisclosed = ({ decision, said }: Named) =>
  decision === 'disclose' || (decision === null && said.role === 'subject')

function peopleOf({ raw }: CaseStore): Named[] {
  const forms = new Map<number, Pick<GateNeedle, 'form' | 'text'>[]>()
  const rows = raw
    .prepare<[], FormRow>(
      'select person, text, kind from person_forms where person is not null and is_dropped = 0 order by id',
    )
    .all()
  for (const { person, text, kind } of rows) {
    const list = forms.get(person) ?? []
    list.push({ form: FormKind.parse(kind), text })
    forms.set(person, list)
  }
  return raw
    .prepare<[], Row>('select id, name, facts, decision from people order by id')
    .all()
    .map((row) => {
      const said = factsOf(row)
      const own = row.name.trim() ? [{ form: 'name' as const, text: row.name.trim() }] : []
      return { ...row, said, forms: [...own, ...(forms.get(row.id) ?? [])] }
    })
}

/** What somebody has in common with those who stay, such as the address of one family, gives nobody away. */
function needlesOf({ id, decision, forms }: Named, openNumbers: ReadonlySet<string>): GateNeedle[] {
  const because = decision === null ? 'undecided' : 'withheld'
  return forms
    .filter(({ form, text }) => isName(form) || !openNumbers.has(lettersOf(text)))
    .map((form) => ({ ...form, person: id, kind: 'person' as const, because }))
}

function whereaboutsOf({ id, forms }: Named): GateNeedle[] {
  return forms
    .filter(({ form }) => WHEREABOUTS.has(form))
    .map((form) => ({ ...form, person: id, kind: 'protected' as const, because: 'protected' as const }))
}

/** Saved words that accepted marks hide; or words that are let stay wherever they are. */
function termsOf({ raw }: CaseStore, isHidden: boolean): string[] {
  const hidden = `select text from terms where kind = 'words'
    and exists (select 1 from marks where marks.term = terms.id and marks.state = 'accepted') order by id`
  return raw
    .prepare<[], string>(isHidden ? hidden : `select text from terms where kind = 'exclude' order by id`)
    .pluck()
    .all()
}
