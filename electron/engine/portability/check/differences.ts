/**
 * Where two values of JSON differ first, as a path and a sentence; null where they are the same. At the paths in `words`
 * something has to stand, but it is not compared.
 */
export function firstDifference(
  given: unknown,
  expected: unknown,
  words: readonly string[] = [],
  path = '',
): string | null {
  if (words.includes(path)) return null
  if (isObject(given) && isObject(expected)) {
    for (const key of Object.keys(given))
      if (!Object.hasOwn(expected, key)) return `${path}/${key} is not known here, and not checked`
    for (const key of Object.keys(expected)) {
      if (!Object.hasOwn(given, key)) return `${path}/${key} is missing`
      const inner = firstDifference(given[key], expected[key], words, `${path}/${key}`)
      if (inner !== null) return inner
    }
    return Array.isArray(given) === Array.isArray(expected) ? null : `${path || '/'} is of another kind`
  }
  return Object.is(given, expected) ? null : `${path || '/'} is not as it should be`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
