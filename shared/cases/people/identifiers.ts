import { lettersOf } from '../needles/fold.ts'

/**
 * Whether ten digits are an NHS number: the first nine times 10 down to 2, and the last makes the sum whole in elevens;
 * a remainder that would ask for 10 belongs to no number.
 *
 * @source NHS number
 */
export function isNhsNumber(text: string): boolean {
  const digits = lettersOf(text)
  if (!/^\d{10}$/u.test(digits) || /^(\d)\1{9}$/u.test(digits)) return false
  const sum = digitsOf(digits.slice(0, 9)).reduce((total, digit, index) => total + digit * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}

/**
 * Whether letters are a National Insurance number: two letters of those in use, six digits, and A to D at the end.
 *
 * @source HMRC NIM39110
 */
export function isNino(text: string): boolean {
  const code = lettersOf(text).toUpperCase()
  return (
    /^[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]$/u.test(code) && !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/u.test(code)
  )
}

/**
 * Whether letters are a Unique Pupil Number: the digits from the second character times their places, by 23, give the
 * letter in front; a temporary one ends in a letter that counts as its place among those in use.
 *
 * @source Unique pupil numbers
 */
export function isUpn(text: string): boolean {
  const code = lettersOf(text).toUpperCase()
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/u.test(code)) return false
  const sum = Array.from(code.slice(1), (one, index) => valueOf(one) * (index + 2)).reduce((a, b) => a + b, 0)
  return CHECK_LETTERS[sum % CHECK_LETTERS.length] === code[0]
}

/** Whether digits are a telephone number of the United Kingdom: 9 or 10 after the zero, of a range that is in use. */
export function isUkPhone(text: string): boolean {
  return /^(?:0044|44|0)0?(?:1\d{8,9}|[237]\d{9}|8\d{8,9})$/u.test(text.replaceAll(/\D/gu, ''))
}

const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const valueOf = (one: string) => (/\d/u.test(one) ? Number(one) : CHECK_LETTERS.indexOf(one))
const digitsOf = (text: string) => Array.from(text, Number)
