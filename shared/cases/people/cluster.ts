import { lettersOf } from '../needles/fold.ts'
import { nameParts } from '../needles/names.ts'
import type { FormKind, PersonCapacity, PersonRole } from '../person.ts'

/** A form as it was found in a case, with how often. */
export type FoundForm = {
  readonly key: string
  readonly text: string
  readonly kind: FormKind
  readonly because: string
  readonly role: PersonRole | null
  readonly capacity: PersonCapacity | null
  /** A name it stood beside; empty where none is known. */
  readonly near: string
  readonly hits: number
  readonly pages: number
}

/** Forms that are proposed as one person. */
export type Cluster = {
  readonly name: string
  readonly role: PersonRole | null
  readonly capacity: PersonCapacity | null
  readonly forms: readonly FoundForm[]
}

/**
 * Forms joined to people: conservatively, for a person to merge further. Full names with the same first and last name
 * are one; "J. Smith", "Mrs Smith" and "SW Jane" are joined only where a single full name in the case fits; an e-mail
 * address by the name it stood beside, or by its own words; numbers by the name they stood beside. The same forms in
 * another order give the same people.
 */
export function clusterForms(found: readonly FoundForm[]): Cluster[] {
  const forms = found.toSorted((a, b) => b.hits - a.hits || compare(a.text, b.text) || compare(a.key, b.key))
  const groups = new Map<string, FoundForm[]>()
  const put = (group: string, form: FoundForm) => {
    const known = groups.get(group)
    if (known) known.push(form)
    else groups.set(group, [form])
  }
  const full = forms.filter(isFullName)
  for (const form of full) put(fullKey(form.text), form)
  const index = indexOf(groups)
  for (const form of forms) {
    if (isFullName(form)) continue
    put(groupOf(form, groups, index) ?? `alone ${form.kind} ${lettersOf(form.text)}`, form)
  }
  return [...groups.values()]
    .map(clusterOf)
    .toSorted((a, b) => hitsOf(b) - hitsOf(a) || compare(a.name, b.name))
}

/**
 * Whether a name of the register and a form of a case can be those of the same person: the same words, or the family
 * name with the same given name or its initial. "Smith" alone is nobody’s.
 */
export function sameAs(name: string, form: string): boolean {
  if (lettersOf(name) !== '' && lettersOf(name) === lettersOf(form)) return true
  const [one, other] = [nameParts(name), nameParts(form)]
  if (one.surname === '' || other.surname === '' || lettersOf(one.surname) !== lettersOf(other.surname))
    return false
  const [first, second] = [lettersOf(one.given[0] ?? ''), lettersOf(other.given[0] ?? '')]
  if (first === second) return true
  return (first.length === 1 || second.length === 1) && first.charAt(0) === second.charAt(0)
}

/** For each way of being named in part, the only full name that fits; null where more than one does. */
type Index = ReadonlyMap<string, string | null>

function isFullName({ kind, text }: FoundForm): boolean {
  if (kind !== 'name') return false
  const { given, surname } = nameParts(text)
  return surname !== '' && lettersOf(given[0] ?? '').length > 1
}

function fullKey(text: string): string {
  const { given, surname } = nameParts(text)
  return `${lettersOf(given[0] ?? '')} ${lettersOf(surname)}`
}

function indexOf(groups: ReadonlyMap<string, readonly FoundForm[]>): Index {
  const index = new Map<string, string | null>()
  for (const key of groups.keys()) {
    const [first = '', last = ''] = key.split(' ')
    const partly = [`initial ${first.charAt(0)} ${last}`, `last ${last}`, `first ${first}`]
    for (const part of [
      ...partly,
      `mail ${first}${last}`,
      `mail ${last}${first}`,
      `mail ${first.charAt(0)}${last}`,
    ]) {
      index.set(part, index.has(part) && index.get(part) !== key ? null : key)
    }
  }
  return index
}

function groupOf(
  form: FoundForm,
  groups: ReadonlyMap<string, readonly FoundForm[]>,
  index: Index,
): string | null {
  if (form.kind === 'name') return nameGroup(form.text, index)
  if (form.kind === 'alias') return null
  if (form.near !== '') {
    const near = groups.has(fullKey(form.near)) ? fullKey(form.near) : nameGroup(form.near, index)
    if (near !== null) return near
    return `alone name ${lettersOf(form.near)}`
  }
  if (form.kind !== 'email') return null
  return index.get(`mail ${lettersOf(form.text.split('@')[0] ?? '').replaceAll(/\d/gu, '')}`) ?? null
}

function nameGroup(text: string, index: Index): string | null {
  const { title, given, surname } = nameParts(text)
  const first = lettersOf(given[0] ?? '')
  if (surname !== '') return index.get(`initial ${first} ${lettersOf(surname)}`) ?? null
  // "Mrs Smith" is named by her family name; "SW Jane" and "Jane" may be either.
  const byLast = index.get(`last ${first}`)
  const byFirst = index.get(`first ${first}`)
  if (title !== '' && byLast !== undefined) return byFirst === undefined ? byLast : null
  return byLast === undefined ? (byFirst ?? null) : null
}

function clusterOf(forms: readonly FoundForm[]): Cluster {
  const names = forms.filter(({ kind }) => kind === 'name')
  const best = names.toSorted(
    (a, b) => rankOf(b) - rankOf(a) || b.hits - a.hits || compare(a.text, b.text),
  )[0]
  const guessed = most(forms.filter(({ role }) => role !== null))
  const shown = best ?? forms[0]
  return {
    name: shown ? nameShown(shown) : '',
    role: guessed?.role ?? null,
    capacity: guessed?.capacity ?? null,
    forms,
  }
}

function nameShown({ text, kind }: FoundForm): string {
  if (kind !== 'name') return text
  const { title, given, surname } = nameParts(text)
  return surname === '' ? [title, ...given].filter(Boolean).join(' ') : [...given, surname].join(' ')
}

/** A name with both its parts says more than one of them, and more given names say more still. */
function rankOf(form: FoundForm): number {
  const { given, surname } = nameParts(form.text)
  return (isFullName(form) ? 10 : 0) + (surname === '' ? 0 : 5) + Math.min(given.length, 3)
}

/** The guess that stands most often; of equal ones the first. */
function most(forms: readonly FoundForm[]): FoundForm | undefined {
  const counts = new Map<string, number>()
  const keyOf = ({ role, capacity }: FoundForm) => `${role} ${capacity}`
  for (const form of forms) counts.set(keyOf(form), (counts.get(keyOf(form)) ?? 0) + form.hits)
  return forms.toSorted((a, b) => (counts.get(keyOf(b)) ?? 0) - (counts.get(keyOf(a)) ?? 0))[0]
}

const hitsOf = ({ forms }: Cluster) => forms.reduce((sum, { hits }) => sum + hits, 0)
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
