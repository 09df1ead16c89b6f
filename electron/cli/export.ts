import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { AppError } from '#shared/errors.ts'
import { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { type Call, withRegister } from './with-register.ts'

type Options = {
  register: string
  format: ReportFormat
  out: string
  organisation?: string
  asAt?: PlainDate
}

/** `dpo export ropa`: one form of the record of processing activities. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write the record of processing activities (ropa) to a file')
    .argument('<what>', 'what to export: ropa')
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .addOption(
      new Option('--format <format>', 'its form').choices(ReportFormat.options).makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'the file to write')
    .option('--organisation <name>', 'only the activities of this organisation')
    .option('--as-at <date>', 'as it stood at the end of this day (YYYY-MM-DD)', dayOf)
    .action(async (what: string, { register, format, out, organisation, asAt }: Options) => {
      if (what !== 'ropa')
        throw new AppError('invalid', `“${what}” cannot be exported. What can be exported: ropa.`)
      await withRegister(register, async (call) => {
        const organisationId = organisation ? await organisationNamed(call, organisation) : null
        const file = await call('reports.writeRecord', {
          format,
          to: resolve(out),
          organisationId,
          target: null,
          asAt: asAt ?? null,
        })
        console.log(
          `${file.path}: ${file.activities} activities, ${file.bytes} bytes, SHA-256 ${file.sha256}`,
        )
        console.log(`Chain head: ${file.chainHead}`)
      })
    })
}

/** A day from the command line. */
export function dayOf(text: string): PlainDate {
  const day = PlainDate.safeParse(text)
  if (day.success) return day.data
  throw new InvalidArgumentError('A date is written YYYY-MM-DD, for example 2026-11-22.')
}

async function organisationNamed(call: Call, name: string): Promise<string> {
  const all = await call('organisations.list', { relation: 'own' })
  const wanted = name.toLowerCase()
  const matches = all.filter(({ id, legalName, tradingNames }) =>
    [id, legalName, ...tradingNames].some((one) => one.toLowerCase() === wanted),
  )
  const near =
    matches.length > 0 ? matches : all.filter(({ legalName }) => legalName.toLowerCase().includes(wanted))
  if (near.length === 1) return near[0]!.id
  const names = (near.length > 1 ? near : all).map(({ legalName }) => `“${legalName}”`).join(', ')
  throw new AppError(
    'invalid',
    `${near.length > 1 ? 'Several organisations are' : 'No organisation is'} called “${name}”. The register has: ${names}.`,
  )
}
