import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/errors.ts'
import { RegisterFormat } from '#shared/registers/reports/report.contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { countOf, dayOf } from './export.ts'
import { organisationNamed } from './registers.ts'
import { withRegister } from './with-register.ts'

type LogOptions = {
  register: string
  out: string
  from?: PlainDate
  until?: PlainDate
  organisation?: string
  asAt?: PlainDate
}

/** `dpo breach log`: the log of breaches of a period. @source UK GDPR Art 33(5) */
export function addBreachLog(breach: Command): void {
  breach
    .command('log')
    .description('write the log of breaches that Article 33(5) asks for; the ending of the file is its form')
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .requiredOption('--out <file>', `the file to write, ending in ${RegisterFormat.options.join(', ')}`)
    .option('--from <date>', 'only what was noticed from this day on (YYYY-MM-DD)', dayOf)
    .option('--until <date>', 'only what was noticed until this day (YYYY-MM-DD)', dayOf)
    .option('--organisation <name>', 'only what belongs to this organisation')
    .option('--as-at <date>', 'as it stood at the end of this day (YYYY-MM-DD)', dayOf)
    .action(async ({ register, out, from, until, organisation, asAt }: LogOptions) => {
      const format = formatOf(out)
      if (from && until && from > until) throw new AppError('invalid', 'The period ends before it begins.')
      await withRegister(register, async (call) => {
        const organisationId = organisation ? ((await organisationNamed(call, organisation)) as never) : null
        const input = {
          format,
          to: resolve(out),
          from: from ?? null,
          until: until ?? null,
          organisationId,
          asAt: asAt ?? null,
        }
        const { path, records, bytes, sha256, chainHead } = await call('breaches.writeLog', input)
        console.log(`${path}: ${countOf(records)}, ${bytes} bytes, SHA-256 ${sha256}`)
        console.log(`Chain head: ${chainHead}`)
      })
    })
}

function formatOf(out: string): RegisterFormat {
  const format = RegisterFormat.safeParse(extname(out).slice(1).toLowerCase())
  if (format.success) return format.data
  throw new AppError(
    'invalid',
    `The log is written as ${RegisterFormat.options.join(', ')}: end the name of the file so.`,
  )
}
