import type { Answer } from '#shared/answer.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'

/** A value of one cell before it is text. */
export type Value = string | number | boolean | null | undefined | readonly string[]

/** One flat table of the register: its columns and its rows. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: (content: RegisterContent) => Iterable<readonly Value[]>
}

/** An answer as three cells: its state, its value, and the reason why it does not apply. */
export function answered<Inner>(answer: Answer<Inner>, value: (inner: Inner) => Value): readonly Value[] {
  switch (answer.state) {
    case 'value':
      return ['value', value(answer.value), '']
    case 'toBeDetermined':
      return ['toBeDetermined', '', '']
    case 'notApplicable':
      return ['notApplicable', '', answer.because]
  }
}

/** The headings of an answer's three cells. */
export function answerColumns(name: string): readonly string[] {
  return [`${name}_state`, name, `${name}_because`]
}
