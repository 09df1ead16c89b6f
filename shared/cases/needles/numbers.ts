import { lettersOf } from './fold.ts'

/** The number of a telephone without its trunk zero or the code of the United Kingdom: "2079460000"; "" for none. */
export function nationalNumber(phone: string): string {
  const isAbroad = /^\s*(?:\+|00)(?!\s*44)/u.test(phone)
  const digits = lettersOf(phone.replace(/\(\s*0\s*\)/u, '')).replaceAll(/\D/gu, '')
  if (isAbroad) return ''
  const national = digits.replace(/^(?:0044|44(?=\d{9,10}$|0\d{9,10}$))/u, '').replace(/^0/u, '')
  return /^\d{9,10}$/u.test(national) ? national : ''
}

/** Every way in which the digits of a telephone number are dialled; the digits as they are for one from abroad. */
export function phoneSpellings(phone: string): string[] {
  const national = nationalNumber(phone)
  if (national === '') {
    const digits = lettersOf(phone).replaceAll(/\D/gu, '').replace(/^00/u, '')
    return digits === '' ? [] : [digits, `00${digits}`]
  }
  return [
    `0${national}`,
    `+44${national}`,
    `+44 (0)${national}`,
    `0044${national}`,
    `00440${national}`,
    national,
  ]
}

/** A code as it stands and, for a National Insurance number, without the letter at its end, which is often left off. */
export function codeSpellings(code: string, kind: 'nino' | 'other'): string[] {
  const letters = lettersOf(code)
  return kind === 'nino' && letters.length === 9 ? [code, letters.slice(0, 8)] : [code]
}

/** An e-mail address as it stands and as it is spelt out. */
export function emailSpellings(email: string): string[] {
  const [local = '', domain = ''] = email.trim().split('@')
  if (domain === '') return [email]
  return [`${local}@${domain}`, `${local} at ${domain}`, `${local} at ${domain.replaceAll('.', ' dot ')}`]
}

/** Words of a street address, long and short. */
const STREETS: readonly (readonly [string, string])[] = [
  ['street', 'st'],
  ['road', 'rd'],
  ['avenue', 'ave'],
  ['lane', 'ln'],
  ['drive', 'dr'],
  ['close', 'cl'],
  ['court', 'ct'],
  ['crescent', 'cres'],
  ['gardens', 'gdns'],
  ['terrace', 'terr'],
  ['place', 'pl'],
  ['square', 'sq'],
]

/** An address as it stands, and with its word for a street written long or short. */
export function addressSpellings(address: string): string[] {
  const plain = address.replaceAll(/\s+/gu, ' ').trim()
  const turned = STREETS.flatMap(([long, short]) => [
    plain.replace(new RegExp(String.raw`(?<=\w )${long}\b`, 'iu'), short),
    plain.replace(new RegExp(String.raw`(?<=\w )${short}\b\.?`, 'iu'), long),
  ])
  return [...new Set([plain, ...turned])]
}
