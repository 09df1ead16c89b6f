import { lettersOf } from '#shared/cases/needles/fold.ts'
import type { FoundForm } from '#shared/cases/people/cluster.ts'
import type { Detected } from '#shared/cases/people/detected.ts'

/** How many forms a case can have at most; one with more is no case file but a list of names. */
const MOST_FORMS = 50_000
/** The longest form that is kept. */
const LONGEST = 300

type Counted = {
  readonly text: string
  readonly kind: Detected['kind']
  readonly because: string
  readonly roles: Map<string, { readonly from: Detected; count: number }>
  near: string
  hits: number
  pages: number
  lastPage: number
}

/** What tells one form from another: its kind and its letters. */
export const keyOf = ({ kind, text }: Pick<Detected, 'kind' | 'text'>): string => `${kind} ${lettersOf(text)}`

/** Counts the forms that are found page by page, so that only the forms are held and not the places. */
export function startTally() {
  const forms = new Map<string, Counted>()

  function take(page: number, detected: readonly Detected[]): void {
    for (const one of detected) {
      const key = keyOf(one)
      let form = forms.get(key)
      if (!form) {
        const text = one.text.trim()
        if (text === '' || text.length > LONGEST || forms.size >= MOST_FORMS) continue
        form = { ...one, text, roles: new Map(), hits: 0, pages: 0, lastPage: 0 }
        forms.set(key, form)
      }
      form.hits += 1
      if (form.lastPage !== page) form.pages += 1
      form.lastPage = page
      if (form.near === '') form.near = one.near
      if (one.role !== null) countRole(form, one)
    }
  }

  function found(): FoundForm[] {
    return [...forms].map(([key, { text, kind, because, roles, near, hits, pages }]) => {
      const [guess] = [...roles.values()].toSorted((one, other) => other.count - one.count)
      const { role = null, capacity = null } = guess?.from ?? {}
      return { key, text, kind, because, role, capacity, near, hits, pages }
    })
  }

  return { take, found }
}

function countRole({ roles }: Counted, one: Detected): void {
  const guess = `${one.role} ${one.capacity}`
  const known = roles.get(guess)
  if (known) known.count += 1
  else roles.set(guess, { from: one, count: 1 })
}
