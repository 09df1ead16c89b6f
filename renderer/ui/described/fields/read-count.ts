/** A whole number as people type it ("1,200"); null for nothing, undefined for what is no count. */
export function readCount(text: string): number | null | undefined {
  const typed = text.replaceAll(/[\s,]/gu, '')
  if (typed === '') return null
  const count = Number(typed)
  return /^\d+$/u.test(typed) && Number.isSafeInteger(count) ? count : undefined
}
