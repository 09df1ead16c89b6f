import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { yearPeriod } from '#shared/registers/reports/annual/period.ts'
import { organisationNamed } from './registers.ts'
import { withRegister } from './with-register.ts'

type Options = { register: string; year: number; out?: string; organisation?: string }

/** `dpo report annual`: the report to the board for a year, as a PDF with charts. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('write a report: annual, the report to the board for one year')
    .addArgument(program.createArgument('<what>', 'which report').choices(['annual']))
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .requiredOption('--year <year>', 'the calendar year', yearOf)
    .option('--out <file>', 'the PDF to write; annual-report-YEAR.pdf in this folder when left out')
    .option('--organisation <name>', 'only this organisation')
    .action(async (_what: string, { register, year, out, organisation }: Options) => {
      const { from, to } = yearPeriod(year)
      await withRegister(register, async (call) => {
        const organisationId = organisation ? await organisationNamed(call, organisation) : null
        const input = { to: resolve(out ?? `annual-report-${year}.pdf`), from, until: to, organisationId }
        const { path, bytes, sha256, chainHead } = await call('reports.writeAnnual', input)
        console.log(`${path}: ${bytes} bytes, SHA-256 ${sha256}`)
        console.log(`Chain head: ${chainHead}`)
      })
    })
}

function yearOf(text: string): number {
  const year = Number(text)
  if (/^\d{4}$/.test(text) && year >= 2018) return year
  throw new InvalidArgumentError('A year is written YYYY, from 2018 on.')
}
