import { compileForms, type FoundForm, findForms, type Form, prepare } from './needles/find-form.ts'

/** Somebody, or something, that is not to be named, and what stands in the place of it. */
export type Unnamed = { readonly label: string; readonly forms: readonly Form[] }

/** Puts labels into short texts, such as the titles of documents, in the place of everything that is not to be named. */
export function startUnnaming(unnamed: readonly Unnamed[]): (text: string) => string {
  const all = unnamed.flatMap(({ label, forms }) => forms.map((form) => ({ label, form })))
  if (all.length === 0) return (text) => text
  const compiled = compileForms(all.map(({ form }) => form))
  return (text) =>
    joined(findForms(prepare(text), compiled)).reduceRight(
      (changed, { start, end, form }) => `${changed.slice(0, start)}${all[form]!.label}${changed.slice(end)}`,
      text,
    )
}

/** Places in their order; those that overlap become one, under the label of the longest. */
function joined(places: readonly FoundForm[]): readonly FoundForm[] {
  const result: FoundForm[] = []
  for (const place of places.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (!last || place.start >= last.end) result.push(place)
    else {
      const { form } = place.end - place.start > last.end - last.start ? place : last
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, place.end), form }
    }
  }
  return result
}
