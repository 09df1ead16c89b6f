import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { yearPeriod } from '#shared/registers/reports/annual/period.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { organisationNamed } from './registers.ts'
import { withRegister } from './with-register.ts'

type Annual = { register: string; year: number; out?: string; organisation?: string }
type Breaches = {
  register: string
  from: PlainDate
  until: PlainDate
  by: 'month' | 'quarter'
  out?: string
  organisation?: string
}

/** `dpo report annual` and `dpo report breaches`: reports as PDFs with charts. */
export function addReportCommand(program: Command): void {
  const report = program
    .command('report')
    .description(
      'write a report: annual, the report to the board for one year; breaches, what they have in common',
    )
  report
    .command('annual')
    .description('the report to the board for one year, as a PDF with charts')
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .requiredOption('--year <year>', 'the calendar year', yearOf)
    .option('--out <file>', 'the PDF to write; annual-report-YEAR.pdf in this folder when left out')
    .option('--organisation <name>', 'only this organisation')
    .action(annual)
  report
    .command('breaches')
    .description('the analysis of the breaches that came to be known in a period, as a PDF with charts')
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .requiredOption('--from <day>', 'the first day, written YYYY-MM-DD', dayOf)
    .requiredOption('--until <day>', 'the last day', dayOf)
    .addOption(
      report
        .createOption('--by <length>', 'what the columns over time stand for')
        .choices(['month', 'quarter'])
        .default('month'),
    )
    .option('--out <file>', 'the PDF to write; breaches-FROM-UNTIL.pdf in this folder when left out')
    .option('--organisation <name>', 'only this organisation')
    .action(breaches)
}

async function annual({ register, year, out, organisation }: Annual): Promise<void> {
  const { from, to } = yearPeriod(year)
  await withRegister(register, async (call) => {
    const organisationId = organisation ? await organisationNamed(call, organisation) : null
    const input = { to: resolve(out ?? `annual-report-${year}.pdf`), from, until: to, organisationId }
    tell(await call('reports.writeAnnual', input))
  })
}

async function breaches({ register, from, until, by, out, organisation }: Breaches): Promise<void> {
  await withRegister(register, async (call) => {
    const organisationId = organisation ? await organisationNamed(call, organisation) : null
    const to = resolve(out ?? `breaches-${from}-${until}.pdf`)
    tell(await call('breaches.writeAnalysis', { to, from, until, by, organisationId, asAt: null }))
  })
}

type Written = {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly chainHead: string
}

function tell({ path, bytes, sha256, chainHead }: Written): void {
  console.log(`${path}: ${bytes} bytes, SHA-256 ${sha256}`)
  console.log(`Chain head: ${chainHead}`)
}

function yearOf(text: string): number {
  const year = Number(text)
  if (/^\d{4}$/.test(text) && year >= 2018) return year
  throw new InvalidArgumentError('A year is written YYYY, from 2018 on.')
}

function dayOf(text: string): PlainDate {
  const day = PlainDate.safeParse(text)
  if (day.success) return day.data
  throw new InvalidArgumentError('A day is written YYYY-MM-DD.')
}
