/** How many of each kind, by the name of the kind: "91 activities, 40 purposes". */
export function kindsInWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count.toLocaleString('en-GB')} ${kind}`)
    .join(', ')
}
