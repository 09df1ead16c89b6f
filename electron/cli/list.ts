import { type Command, Option } from 'commander'
import { DescribedName } from '#shared/described/names.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { csvRows } from '#engine/tables/csv.ts'
import { dayOf } from './export.ts'
import { type Listed, listPlain, listRecords } from './list-rows.ts'
import { asDescribed, oneOf, organisationNamed, PLAIN_REGISTERS, type PlainRegister } from './registers.ts'
import { withRegister } from './with-register.ts'

type Options = {
  register: string
  text?: string
  organisation?: string
  open: boolean
  format: 'table' | 'json' | 'csv'
  asAt?: PlainDate
}

/** `dpo list REGISTER`: the records of a register, as its list shows them. */
export function addListCommand(program: Command): void {
  const names = [...PLAIN_REGISTERS, ...DescribedName.options]
  program
    .command('list')
    .description('list the records of a register')
    .argument('<what>', `which register: ${names.join(', ')}`)
    .requiredOption('--register <folder>', 'the register file, a folder that ends in .dpo')
    .option('--text <words>', 'only records in which all these words occur')
    .option('--organisation <name>', 'only what belongs to this organisation')
    .option('--open', 'only records with something left to do', false)
    .addOption(
      new Option('--format <format>', 'how to list them').choices(['table', 'json', 'csv']).default('table'),
    )
    .option('--as-at <date>', 'as it stood at the end of this day (YYYY-MM-DD)', dayOf)
    .action(async (typed: string, options: Options) => {
      const what = oneOf(names, typed, 'listed')
      const listed = await withRegister(options.register, async (call) => {
        const { organisation, asAt, text = '', open } = options
        const organisationId = organisation ? await organisationNamed(call, organisation) : null
        const wanted = { text, organisationId, open, asAt }
        const described = asDescribed(what)
        return described
          ? listRecords(call, described, wanted)
          : listPlain(call, what as PlainRegister, wanted)
      })
      print(listed, options.format)
    })
}

function print({ columns, rows, records }: Listed, format: Options['format']): void {
  if (format === 'json') console.log(JSON.stringify(records, null, 2))
  else if (format === 'csv') process.stdout.write(csvRows([columns, ...rows]))
  else {
    for (const line of asTable(columns, rows)) console.log(line)
    console.log(rows.length === 1 ? '1 record.' : `${rows.length} records.`)
  }
}

/** What a column of the table shows at most; JSON and CSV have the whole text. */
const WIDEST = 48

function asTable(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const short = [columns, ...rows].map((row) => row.map(shown))
  const widths = columns.map((_, index) => Math.max(...short.map((row) => Array.from(row[index]!).length)))
  const lines = short.map((row) =>
    row
      .map((cell, index) => cell + ' '.repeat(widths[index]! - Array.from(cell).length))
      .join('  ')
      .trimEnd(),
  )
  return [lines[0]!, widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)]
}

/** One line of printable letters: what a terminal would act upon is left out. */
function shown(text: string): string {
  const letters = Array.from(
    text
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim(),
  )
  return letters.length > WIDEST ? `${letters.slice(0, WIDEST - 1).join('')}…` : letters.join('')
}
