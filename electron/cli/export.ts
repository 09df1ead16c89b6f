import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { DescribedName } from '#shared/described/names.ts'
import { AppError } from '#shared/errors.ts'
import { RegisterFormat, ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { oneOf, organisationNamed } from './registers.ts'
import { type Call, withRegister } from './with-register.ts'

type Options = {
  register: string
  format: ReportFormat
  out: string
  organisation?: string
  asAt?: PlainDate
}

/** `dpo export`: the record of processing activities or another register in one form. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write the record of processing activities (ropa) or another register to a file')
    .argument('<what>', `what to export: ropa, ${DescribedName.options.join(', ')}`)
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .addOption(
      new Option('--format <format>', 'its form; only ropa as an archive')
        .choices(ReportFormat.options)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'the file to write')
    .option('--organisation <name>', 'only what belongs to this organisation')
    .option('--as-at <date>', 'as it stood at the end of this day (YYYY-MM-DD)', dayOf)
    .action(async (typed: string, options: Options) => {
      const what = oneOf(['ropa', ...DescribedName.options], typed, 'exported')
      await withRegister(options.register, async (call) => {
        const file = await (what === 'ropa'
          ? exportRecord(call, options)
          : exportRegister(call, what, options))
        console.log(`${file.path}: ${file.count}, ${file.bytes} bytes, SHA-256 ${file.sha256}`)
        console.log(`Chain head: ${file.chainHead}`)
      })
    })
}

/** A number of records in words: "1 record". */
export function countOf(records: number): string {
  return `${records} ${records === 1 ? 'record' : 'records'}`
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
