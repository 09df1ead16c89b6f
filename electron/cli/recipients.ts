import { resolve } from 'node:path'
import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { AppError } from '#shared/errors.ts'
import {
  type CheckedRow,
  checkRows,
  isTakenIn,
  outcomeRows,
} from '#shared/registers/recipients/check-rows.ts'
import {
  guessTargets,
  IMPORT_TARGETS,
  type ImportTarget,
  looksLikeHeadings,
} from '#shared/registers/recipients/import-columns.ts'
import { headed } from '#shared/tables/headings.ts'
import { type Delimiter, type Encoding, ENCODINGS } from '#shared/tables/table.ts'
import { type Call, withRegister } from './with-register.ts'

type Options = {
  register: string
  breach: string
  file: string
  map: Readonly<Record<string, ImportTarget>>
  sheet?: string
  encoding?: Encoding
  delimiter?: Delimiter
  doubles: boolean
  dryRun: boolean
}

const DELIMITER_NAMES: Readonly<Record<string, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
}

/** `dpo recipients import`: brings in a list of people to tell of a breach, and says what became of each row. */
export function addRecipientsCommand(program: Command): void {
  const targets = IMPORT_TARGETS.map(({ code }) => code).join(', ')
  program
    .command('recipients')
    .description('bring in a list of people to tell of a breach, from CSV or .xlsx')
    .addArgument(new Argument('<action>', 'what to do').choices(['import']))
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .requiredOption('--breach <reference>', 'the breach they are told of, for example BR-0001')
    .requiredOption('--file <file>', 'the list, one person on each row')
    .option('--map <heading=field>', `where a column goes: ${targets}; may be repeated`, mapping, {})
    .option('--sheet <name>', 'the sheet of a workbook; the first one when left out')
    .addOption(
      new Option('--encoding <name>', 'the encoding of a text, when the guess is wrong').choices(
        ENCODINGS.map(({ code }) => code),
      ),
    )
    .addOption(
      new Option('--delimiter <name>', 'what stands between the cells').choices(Object.keys(DELIMITER_NAMES)),
    )
    .option('--doubles', 'take in also who looks like somebody already there', false)
    .option('--dry-run', 'only say what would become of each row', false)
    .action((_action: string, options: Options) =>
      withRegister(options.register, (call) => bringIn(call, options)),
    )
}

async function bringIn(call: Call, options: Options): Promise<void> {
  const breachId = await breachNamed(call, options.breach)
  const { sheet = null, encoding = null } = options
  const delimiter = options.delimiter ? DELIMITER_NAMES[options.delimiter]! : null
  const path = resolve(options.file)
  const table = await call('recipients.readTable', { path, sheet, encoding, delimiter })
  const list = headed(table.rows, looksLikeHeadings(table.rows[0]?.cells ?? []) || hasAny(options.map))
  const targets = withMapping(list.headings, options.map)
  const known = await call('recipients.ofBreach', { breachId })
  const rows = checkRows(list, targets, known)
  const doubles = rows.filter(({ state }) => state === 'double')
  const wanted = new Set(options.doubles ? doubles.map(({ row }) => row) : [])
  const people = rows.flatMap((row) => (isTakenIn(row, wanted) && row.person ? [row.person] : []))

  if (table.encoding) console.log(`Encoding: ${table.encoding.code} (${table.encoding.sureness})`)
  list.headings.forEach((heading, column) => console.log(`Column ${shown(heading)}: ${targets[column]}`))
  for (const problem of table.problems) console.log(problem)
  tellRows(rows, wanted)
  if (options.dryRun) console.log(`${people.length} would be taken in, ${rows.length - people.length} not.`)
  else if (people.length === 0) throw new AppError('invalid', 'Nobody on the list can be taken in.')
  else {
    const { first, last } = await call('recipients.addMany', { breachId, people })
    console.log(
      `${people.length} taken in as ${first} to ${last}, ${rows.length - people.length} not, of ${rows.length} rows.`,
    )
  }
}

/** Every row that was not taken, or about which there is something to say. */
function tellRows(rows: readonly CheckedRow[], wanted: ReadonlySet<number>): void {
  for (const [row, name, outcome, because] of outcomeRows(rows, wanted))
    if (because !== '')
      console.log(`Row ${row}: ${name && `${shown(name)}: `}${outcome.toLowerCase()}. ${shown(because)}`)
}

function withMapping(
  headings: readonly string[],
  map: Readonly<Record<string, ImportTarget>>,
): readonly ImportTarget[] {
  for (const heading of Object.keys(map))
    if (!headings.includes(heading))
      throw new AppError(
        'invalid',
        `The list has no column “${heading}”. It has: ${headings.map((one) => `“${one}”`).join(', ')}.`,
      )
  return guessTargets(headings).map((target, column) => map[headings[column]!] ?? target)
}

async function breachNamed(call: Call, reference: string): Promise<string> {
  const { rows } = await call('records.list', {
    register: 'breaches',
    filter: { ...EVERY_RECORD, text: reference },
    sort: [],
    groupBy: null,
    offset: 0,
    limit: 1000,
  })
  const found = rows.find((row) => row.reference.toLowerCase() === reference.toLowerCase())
  if (found) return found.id
  throw new AppError(
    'not-found',
    `No breach has the reference “${reference}”. “dpo list breaches” shows them.`,
  )
}

function mapping(
  typed: string,
  before: Readonly<Record<string, ImportTarget>>,
): Readonly<Record<string, ImportTarget>> {
  const cut = typed.lastIndexOf('=')
  const target = IMPORT_TARGETS.find(({ code }) => code.toLowerCase() === typed.slice(cut + 1).toLowerCase())
  if (cut < 1 || !target)
    throw new InvalidArgumentError(
      `Write a heading and a field, for example "Full name=name". Fields: ${IMPORT_TARGETS.map(({ code }) => code).join(', ')}.`,
    )
  return { ...before, [typed.slice(0, cut)]: target.code }
}

const hasAny = (map: object) => Object.keys(map).length > 0

/** One line that no terminal acts upon. */
const shown = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
