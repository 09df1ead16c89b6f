/**
 * A value of JSON as one line with its keys in order, as RFC 8785 has it. Half a character, which that standard has no
 * form for, is written as its escape, so that the value can be read back exactly.
 */
export function exactJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(exactJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members
    .flatMap(([key, inner]) => (inner === undefined ? [] : `${JSON.stringify(key)}:${exactJson(inner)}`))
    .join(',')}}`
}
