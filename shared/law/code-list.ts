/** One entry of a legal code list: a code that records keep, and what it means in our words. */
export type CodeListEntry = {
  readonly code: string
  readonly label: string
  readonly citation: string
  readonly note: string
  /** Whether its text, or a reliable account of it, was seen. */
  readonly confirmed: boolean
  /** What to check before relying on it; null when it is confirmed. */
  readonly check: string | null
}

/** What an entry says when nobody saw its text in a source. */
export const FROM_MEMORY = 'Written from memory: check the cited provision before relying on it.'

/** The entry with a code, or `undefined` when the list has no such code. */
export function findCode<Entry extends CodeListEntry>(
  list: readonly Entry[],
  code: string,
): Entry | undefined {
  return list.find((entry) => entry.code === code)
}

/** What to show for a code: its label, or the code itself when the list does not know it. */
export function labelOf(list: readonly CodeListEntry[], code: string): string {
  return findCode(list, code)?.label ?? code
}
