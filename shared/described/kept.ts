import type { AnyDescribed, AnyRecord } from './register.ts'

/** The fields that are set elsewhere than in the form, key by key. */
export function setElsewhere({ fields }: AnyDescribed): ReadonlyMap<string, string> {
  return new Map(Object.entries(fields).flatMap(([key, { setBy }]) => (setBy ? [[key, setBy] as const] : [])))
}

/** Why a record may not be written in the place of another; null when it may. Null for a record that is removed. */
export function whyNot(description: AnyDescribed, before: AnyRecord, after: AnyRecord | null): string | null {
  const lost = Object.entries(description.fields).find(
    ([key, field]) => field.kind === 'kept' && !holdsAll(before[key], after?.[key] ?? []),
  )
  if (lost) return lostWords(description, lost[1].label, after === null)
  return description.refuses?.(before, after) ?? null
}

/** Whether every entry of a list is in the other as it was. */
function holdsAll(before: unknown, after: unknown): boolean {
  const there = new Set((after as object[]).map((entry) => JSON.stringify(entry)))
  return (before as object[]).every((entry) => there.has(JSON.stringify(entry)))
}

function lostWords({ one }: AnyDescribed, label: string, isRemoved: boolean): string {
  return isRemoved
    ? `This ${one} stays: it holds “${label}”, which are kept as they were recorded.`
    : `“${label}” of a ${one} stay as they were recorded. Record a new one that takes the place of the one before.`
}
