import { textOf } from '#shared/described/words.ts'
import { dataOption, peopleOption } from '#shared/law/breaches/report/terms.ts'
import { shippedQuestion } from '#shared/law/breaches/report-questions.ts'
import { BREACH_FIELDS } from '../breach.record.ts'
import { isCyber } from './prefill-event.ts'
import {
  fromBreach,
  notKnown,
  type Prefill,
  type Prefilled,
  type ReportFacts,
  said,
  saidOrNotKnown,
} from './report-facts.ts'

/** Answers about whose data, which and how many, and what may come of it. @source UK GDPR Art 33(3)(a), 33(3)(c) */
export const EXTENT_PREFILLS: Readonly<Record<string, Prefill>> = {
  B20: (facts) => {
    const { known, others } = sortedData(facts)
    const from = fromBreach(facts, 'dataIds')
    if (known.length + others.length === 0) return notKnown(from)
    return said([...inFormOrder('B20', known), others.length > 0 ? 'Other' : null], from)
  },
  B21: (facts) => {
    const { known, others } = sortedData(facts)
    const from = fromBreach(facts, 'dataIds')
    if (known.length + others.length === 0) return notKnown(from)
    return said([others.join('; ') || 'Not applicable: no other category.'], from)
  },
  B22: (facts) => counted(facts, 'records'),
  B23: (facts) => counted(facts, 'people'),
  B24: (facts) => {
    const { breach, term } = facts
    const names = breach.peopleIds.flatMap((id) => term(id)?.name ?? [])
    const known = names.flatMap((name) => peopleOption(name) ?? [])
    const others = names.filter((name) => peopleOption(name) === null)
    const options = breach.involvesChildren ? [...known, 'Children'] : known
    return saidOrNotKnown(
      [...inFormOrder('B24', options), others.length > 0 ? `Other: ${others.join('; ')}` : null],
      fromBreach(facts, 'peopleIds', 'involvesChildren'),
    )
  },
  B25: (facts) => said([facts.breach.effects], fromBreach(facts, 'effects')),
  B26: (facts) => {
    const from = fromBreach(facts, 'risk')
    const { risk } = facts.breach
    if (risk === null) return notKnown(from)
    // A risk that is neither unlikely nor high has no answer of the form that certainly means the same.
    return said([{ high: 'Likely', unlikely: 'Unlikely', risk: null }[risk]], from)
  },
  B27: (facts) => {
    const from = fromBreach(facts, 'risk')
    const { risk } = facts.breach
    return risk === null ? notKnown(from) : said([risk === 'high' ? 'Yes' : 'No'], from)
  },
  B30: (facts) =>
    onlyCyber(facts, (from) => (facts.breach.kinds.length > 0 ? said(['Yes'], from) : notKnown(from))),
  B31: (facts) =>
    onlyCyber(facts, (from) => {
      const { kinds } = facts.breach
      const labels = kinds.map((kind) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`)
      return saidOrNotKnown(inFormOrder('B31', labels), from)
    }),
  B32: (facts) => onlyCyber(facts, () => said([], [])),
  B33: (facts) => onlyCyber(facts, () => said([], [])),
}

type Sorted = { readonly known: readonly string[]; readonly others: readonly string[] }

/** The categories of data by the form’s words where they certainly mean the same, the rest by their own. */
function sortedData({ breach, term }: ReportFacts): Sorted {
  const terms = breach.dataIds.flatMap((id) => term(id) ?? [])
  const options = terms.map(({ name, dataClass }) => ({ name, option: dataOption(name, dataClass) }))
  return {
    known: options.flatMap(({ option }) => option ?? []),
    others: options.filter(({ option }) => option === null).map(({ name }) => name),
  }
}

/** Each option once, in the form’s order. */
function inFormOrder(code: string, chosen: readonly string[]): readonly string[] {
  return shippedQuestion(code)!.options.filter((option) => chosen.includes(option))
}

function counted(facts: ReportFacts, key: 'records' | 'people'): Prefilled {
  const words = textOf(BREACH_FIELDS[key], facts.breach[key], facts.nameOf)
  return saidOrNotKnown([words], fromBreach(facts, key))
}

type FromKinds = ReturnType<typeof fromBreach>

/** The section for attacks on systems is answered only where there was one. */
function onlyCyber(facts: ReportFacts, answer: (from: FromKinds) => Prefilled): Prefilled {
  const isAttack = isCyber(facts.breach)
  const from = fromBreach(facts, 'cause')
  if (isAttack === null) return notKnown(from)
  return isAttack ? answer(fromBreach(facts, 'kinds')) : said(['Not applicable: not a cyber incident.'], from)
}
