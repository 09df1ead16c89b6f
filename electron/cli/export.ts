import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { DescribedName } from '#shared/described/names.ts'
import { AppError } from '#shared/errors.ts'
import { RegisterFormat, ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { exportDpv } from './export-dpv.ts'
import { exportAll, type ExportAllOptions } from './export-all.ts'
import { oneOf, organisationNamed } from './registers.ts'
import { type Call, withRegister } from './with-register.ts'

type Options = ExportAllOptions & {
  register: string
  format: ReportFormat
  organisation?: string
  asAt?: PlainDate
}
type GivenOptions = Omit<Options, 'format'> & { format?: ReportFormat }

const NO_FORMAT = "error: required option '--format <format>' not specified"

/** What is exported in one form only: nothing asks for `--format`. */
const OF_ONE_FORM = { dpv: exportDpv, all: exportAll } as const
const NAMES = [
  'ropa',
  ...(Object.keys(OF_ONE_FORM) as (keyof typeof OF_ONE_FORM)[]),
  ...DescribedName.options,
] as const

/** `dpo export`: the record of processing activities or another register in one form, or everything there is. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description(
      'write the record of processing activities (ropa), another register, or the whole register with everything (all) to a file',
    )
    .argument('<what>', `what to export: ${NAMES.join(', ')}`)
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .addOption(
      new Option('--format <format>', 'its form; only ropa as an archive; dpv and all need none').choices(
        ReportFormat.options,
      ),
    )
    .requiredOption('--out <file>', 'the file to write')
    .option('--organisation <name>', 'only what belongs to this organisation')
    .option('--as-at <date>', 'as it stood at the end of this day (YYYY-MM-DD)', dayOf)
    .option('--without-history', 'of all: without earlier contents of records')
    .option('--without-cases', 'of all: without the documents brought in for requests')
    .option('--open', 'of all: not encrypted')
    .action(async (typed: string, given: GivenOptions, command: Command) => {
      const what = oneOf(NAMES, typed, 'exported')
      if (!given.format && !isOfOneForm(what)) command.error(NO_FORMAT)
      await withRegister(given.register, async (call) => {
        const file = await exported(call, what, given)
        console.log(`${file.path}: ${file.count}, ${file.bytes} bytes, SHA-256 ${file.sha256}`)
        console.log(`Chain head: ${file.chainHead}`)
        if ('says' in file) console.log(file.says)
      })
    })
}

/** A number of records in words: "1 record". */
export function countOf(records: number): string {
  return `${records} ${records === 1 ? 'record' : 'records'}`
}

async function exported(call: Call, what: (typeof NAMES)[number], given: GivenOptions) {
  const { format, ...others } = given
  if (isOfOneForm(what)) return OF_ONE_FORM[what](call, others)
  const options = { ...others, format: format! }
  return what === 'ropa' ? exportRecord(call, options) : exportRegister(call, what, options)
}

function isOfOneForm(what: (typeof NAMES)[number]): what is keyof typeof OF_ONE_FORM {
  return Object.hasOwn(OF_ONE_FORM, what)
}

async function exportRecord(call: Call, { format, out, organisation, asAt }: Options) {
  const organisationId = organisation ? await organisationNamed(call, organisation) : null
  const to = resolve(out)
  const file = await call('reports.writeRecord', {
    format,
    to,
    organisationId,
    target: null,
    asAt: asAt ?? null,
  })
  return { ...file, count: `${file.activities} activities` }
}

async function exportRegister(call: Call, register: DescribedName, options: Options) {
  const { organisation, out, asAt } = options
  const format = RegisterFormat.safeParse(options.format)
  if (!format.success)
    throw new AppError(
      'invalid',
      `Only ropa has the form ${options.format}. For ${register}: ${RegisterFormat.options.join(', ')}.`,
    )
  const organisationIds = organisation ? [await organisationNamed(call, organisation)] : []
  const file = await call('reports.writeRegister', {
    register,
    format: format.data,
    to: resolve(out),
    target: organisation ? { filter: { ...EVERY_RECORD, organisationIds }, except: [] } : null,
    asAt: asAt ?? null,
  })
  return { ...file, count: countOf(file.records) }
}

/** A day from the command line. */
export function dayOf(text: string): PlainDate {
  const day = PlainDate.safeParse(text)
  if (day.success) return day.data
  throw new InvalidArgumentError('A date is written YYYY-MM-DD, for example 2026-11-22.')
}
