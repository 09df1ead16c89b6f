import type { LeftOut } from '#shared/portability/export.ts'

/** What is left out, together where it is told in the same words. */
export function byReason(leftOut: readonly LeftOut[]): (readonly LeftOut[])[] {
  const groups = new Map<string, LeftOut[]>()
  for (const one of leftOut) {
    const words = `${one.says}\n${one.instead}`
    groups.set(words, [...(groups.get(words) ?? []), one])
  }
  return [...groups.values()]
}
