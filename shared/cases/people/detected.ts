import type { FormKind } from '../person.ts'
import type { RoleGuess } from './role-words.ts'

/** A name or a number of somebody that was found on a page. */
export type Detected = RoleGuess & {
  /** Ready to be used as a form: "Jane Smith", "07700 900123". */
  readonly text: string
  readonly kind: FormKind
  /** Where it was found, in words: "salutation". */
  readonly because: string
  /** Its place in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** The name it stands beside; empty where none is known. */
  readonly near: string
}
