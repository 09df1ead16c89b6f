/**
 * A record with one id put in the place of another wherever it occurs, and no
 * id twice in a list. Works on plain data, so every register can use it.
 */
export function replaceId<Value>(value: Value, from: string, into: string): Value {
  return replaced(value, from, into) as Value
}

function replaced(value: unknown, from: string, into: string): unknown {
  if (value === from) return into
  if (Array.isArray(value)) {
    const items = value.map((item) => replaced(item, from, into))
    // Where the new id stood already, it now stands once.
    return value.includes(from) ? [...new Set(items)] : items
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, from, into)]))
  }
  return value
}
