import { exemptionLabel } from '#shared/law/exemptions/exemptions.ts'
import { plainReason } from '#shared/law/exemptions/plain-reasons.ts'

/** What is printed where a mark has no label of its own. */
export const NO_LABEL = 'Removed'

/** What a label prints and what it stands for: "Person C, another child" is "Person C" and "another child". */
export function labelParts(label: string): { readonly printed: string; readonly standsFor: string } {
  const comma = label.indexOf(',')
  const printed = (comma < 0 ? label : label.slice(0, comma)).trim()
  return { printed: printed || NO_LABEL, standsFor: comma < 0 ? '' : label.slice(comma + 1).trim() }
}

/** What is read aloud, and found by a search, in the place of what was removed: "redacted: Person C, another child". */
export function spokenLabel(label: string): string {
  return `redacted: ${label.trim() || 'not to be disclosed'}`
}

/** Why something was removed, in a sentence that the person can be told. */
export function reasonForRemoval(exemption: string): string {
  if (exemption === '') return 'The law allows or requires us to remove it.'
  return plainReason(exemption) ?? exemptionLabel(exemption)
}

/** Numbers of pages as first and last of those that follow one another. */
export function rangesOf(numbers: Iterable<number>): [number, number][] {
  const ranges: [number, number][] = []
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] + 1 === number) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
}
