/** An email address as it is compared, or null when the text is none: `Ann <ANN@Example.org>` is `ann@example.org`. */
export function emailOf(text: string): string | null {
  const inside = /<([^<>]+)>/.exec(text)?.[1] ?? text
  const address = inside
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '')
    .toLowerCase()
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(address) ? address : null
}

/** A telephone number as it is compared, with its country: `01234 567890` and `+44 (0)1234 567890` are `+441234567890`. */
export function telephoneOf(text: string): string | null {
  const typed = text.normalize('NFKC').trim().replace(/^tel:/i, '')
  if (!/^[+(]?[\d\s().\-/+]+$/.test(typed)) return null
  const isInternational = typed.startsWith('+') || typed.startsWith('00')
  const digits = typed.replaceAll(/[^\d]/g, '').replace(/^00/, '')
  const whole = isInternational ? digits.replace(/^440/, '44') : withCountry(digits)
  if (whole === null) return null
  // A number of the United Kingdom has nine or ten digits after its country, which tells it from a date.
  const fits = whole.startsWith('44') ? /^\d{11,12}$/ : /^\d{8,15}$/
  return fits.test(whole) ? `+${whole}` : null
}

/** A national number begins with 0; spreadsheets drop it, which leaves the ten digits of a UK number. */
function withCountry(digits: string): string | null {
  if (digits.startsWith('0')) return `44${digits.slice(1)}`
  if (digits.startsWith('44') && digits.length >= 11) return digits.replace(/^440/, '44')
  return /^[1-9]\d{9}$/.test(digits) ? `44${digits}` : null
}

/** A UK postcode without spaces, in capitals, or null when the text is none. */
export function postcodeOf(text: string): string | null {
  const code = text.replaceAll(/\s+/g, '').toUpperCase()
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(code) ? code : null
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'rev', 'prof', 'sir', 'dame'])

/** A name as it is compared: letters only, without title, the words in alphabetical order; null when it is no full name. */
export function nameOf(text: string): string | null {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words = folded
    .split(/[\s,.]+/)
    .map((word) => word.replaceAll(/[^\p{L}]/gu, ''))
    .filter((word) => word !== '' && !TITLES.has(word))
  return words.length >= 2 && !/\d|@/.test(text) ? words.toSorted().join(' ') : null
}
