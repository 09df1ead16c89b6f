import { type Answer, valueOf } from '#shared/answer.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'

/** A value of one cell before it is text. */
export type Value = string | number | boolean | null | undefined | readonly string[]

/** One flat table of the register: its columns and its rows. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: (content: RegisterContent) => Iterable<readonly Value[]>
}

/** Some neighbouring columns and how a row fills them. */
export type Cells<Row> = {
  readonly columns: readonly string[]
  readonly of: (row: Row) => readonly Value[]
}

type Plain<Row> = { [Key in keyof Row]: Row[Key] extends Value ? Key : never }[keyof Row] & string

/** Ways to describe the columns of one kind of row. */
export type Columns<Row> = {
  /** Fields as they are, each in a column of its own name. */
  readonly fields: (...names: readonly Plain<Row>[]) => Cells<Row>
  readonly column: (name: string, value: (row: Row) => Value) => Cells<Row>
  /** An answer in three columns: its state, its value, and the reason why it does not apply. */
  readonly answer: <Inner>(
    name: string,
    answer: (row: Row) => Answer<Inner>,
    value: (inner: Inner) => Value,
  ) => Cells<Row>
}

/** A table whose rows are drawn from the content and whose columns stand side by side. */
export function table<Row>(
  name: string,
  rows: (content: RegisterContent) => Iterable<Row>,
  describe: (columns: Columns<Row>) => readonly Cells<Row>[],
): Table {
  const cells = describe(columnsFor<Row>())
  return {
    name,
    columns: cells.flatMap(({ columns }) => columns),
    rows: function* (content) {
      for (const row of rows(content)) yield cells.flatMap(({ of }) => of(row))
    },
  }
}

function columnsFor<Row>(): Columns<Row> {
  return {
    fields: (...names) => ({
      columns: names.map(snakeCase),
      of: (row) => names.map((name) => row[name] as Value),
    }),
    column: (name, value) => ({ columns: [name], of: (row) => [value(row)] }),
    answer: (name, answer, value) => ({
      columns: [`${name}_state`, name, `${name}_because`],
      of: (row) => {
        const given = answer(row)
        const inner = valueOf(given)
        const because = given.state === 'notApplicable' ? given.because : ''
        return [given.state, inner === undefined ? '' : value(inner), because]
      },
    }),
  }
}

/** "legalName" as "legal_name". */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z0-9]+/gu, (letters) => `_${letters.toLowerCase()}`)
}
