/** The groups of a recovery key as shown: "7K2Q-…" has one per dash. */
export function groupsOf(recoveryKey: string): string[] {
  return recoveryKey.split(/[^0-9A-Za-z]+/).filter(Boolean)
}

/** Two different groups to type back, by number from 0, in order; `random` gives numbers from 0 up to 1. */
export function groupsToAsk(count: number, random: () => number): [number, number] {
  const first = Math.floor(random() * count)
  const other = Math.floor(random() * (count - 1))
  const second = other >= first ? other + 1 : other
  return first < second ? [first, second] : [second, first]
}

/** Whether what was typed is that group, in any letter case. */
export function isGroup(typed: string, group: string | undefined): boolean {
  return group !== undefined && typed.trim().toUpperCase() === group.toUpperCase()
}
