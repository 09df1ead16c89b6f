import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/errors.ts'
import type { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { yearPeriod } from '#shared/registers/reports/annual/period.ts'
import { type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import { listBreaches } from './breach-find.ts'
import { writeAccess } from './demo-access.ts'
import { writeLeaving } from './demo-leaving.ts'
import { writePortability } from './demo-portability.ts'
import { writeBundle, writeReport } from './breach-write.ts'
import { countOf } from './export.ts'
import { type Call, withEngine } from './with-register.ts'

const FILES: ReadonlyArray<readonly [ReportFormat, string]> = [
  ['pdf', 'ropa.pdf'],
  ['xlsx', 'ropa.xlsx'],
  ['csv', 'ropa.csv'],
  ['json', 'ropa.json'],
  ['archive', 'register-archive.zip'],
]

/** `dpo demo --out DIR`: the main job from nothing, on the sample register. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description(
      'make the sample register and hand out its record of processing activities, every other register, the annual report, the dates to keep, what a breach asks for, an access request from the email to the sealed pack, a portability export, and the whole register to leave with',
    )
    .requiredOption('--out <folder>', 'where to put the files')
    .action(async ({ out }: { out: string }) => {
      const folder = resolve(out)
      await mkdir(folder, { recursive: true })
      await withEngine(async (call, engine) => {
        const path = join(folder, 'sample.dpo')
        const made = await openSample(call, path, process.env['DPO_PASSPHRASE'] ?? 'demo')
        console.log(`${path}: the sample register, encrypted${made ? '' : ' (it was there already)'}`)
        for (const [format, name] of FILES) {
          const to = join(folder, name)
          const file = await call('reports.writeRecord', {
            format,
            to,
            organisationId: null,
            target: null,
            asAt: null,
          })
          console.log(`${to}: ${file.activities} activities, ${file.bytes} bytes, SHA-256 ${file.sha256}`)
        }
        await writeRegisters(call, join(folder, 'registers'))
        await writeDates(call, folder, ukDayOf(engine.now()))
        await writeBreach(call, join(folder, 'breach'))
        await writeAccess(call, join(folder, 'access'), engine.now())
        await writePortability(call, join(folder, 'portability'))
        await writeLeaving(call, join(folder, 'leaving'))
        const { seq, head } = engine.session().head()
        console.log(`Chain head: ${seq} ${head}`)
      })
    })
}

const REGISTER_FORMATS = ['xlsx', 'pdf'] as const

/** Hands out every other register that holds records. */
async function writeRegisters(call: Call, folder: string): Promise<void> {
  const filled = (await call('records.counts', {})).filter(({ total }) => total > 0)
  if (filled.length > 0) await mkdir(folder, { recursive: true })
  for (const { register } of filled)
    for (const format of REGISTER_FORMATS) {
      const to = join(folder, `${register}.${format}`)
      const file = await call('reports.writeRegister', { register, format, to, target: null, asAt: null })
      console.log(`${to}: ${countOf(file.records)}, ${file.bytes} bytes, SHA-256 ${file.sha256}`)
    }
}

/** What is handed out of a breach that was reported: the report as sent, the next one, the letters, the bundle. */
async function writeBreach(call: Call, folder: string): Promise<void> {
  const breach = (await listBreaches(call, {})).find(({ sentReports }) => sentReports.length > 0)
  if (!breach) return
  await mkdir(folder, { recursive: true })
  const [sent] = breach.sentReports
  await writeReport(call, breach, { reportId: sent!.id }, 'initial-as-sent', folder)
  await writeReport(call, breach, { phase: 'followUp' }, 'followup', folder)
  await writeLetters(call, breach.id, join(folder, 'letters'))
  await writeBundle(call, breach, { out: join(folder, 'incident-bundle.zip'), withPeople: false, asAt: null })
  const log = { from: null, until: null, organisationId: null, asAt: null }
  const to = join(folder, 'log-of-breaches.pdf')
  const { records, bytes, sha256 } = await call('breaches.writeLog', { ...log, format: 'pdf', to })
  console.log(`${to}: ${countOf(records)}, ${bytes} bytes, SHA-256 ${sha256}`)
}

/** Letters come in a new folder each time, so those of an earlier run are left as they are. */
async function writeLetters(call: Call, id: string, folder: string): Promise<void> {
  const isThere = (await readdir(folder).catch(() => [])).length > 0
  if (isThere) return console.log(`${folder}: the letters were there already`)
  await mkdir(folder, { recursive: true })
  const { path, letters, pages, leftOut } = await call('breaches.writeLetters', {
    id,
    folder,
    recipients: null,
    asAt: null,
  })
  const left = `left out, and why in the program: ${leftOut.length}`
  console.log(`${path}: letters ${letters}, pages to print ${pages}; ${left}`)
}

/** The report to the board for the year, and every date to keep as a calendar. */
async function writeDates(call: Call, folder: string, today: PlainDate): Promise<void> {
  const { from, to: until } = yearPeriod(Number(today.slice(0, 4)))
  const to = join(folder, 'annual-report.pdf')
  const report = await call('reports.writeAnnual', { to, from, until, organisationId: null })
  console.log(`${report.path}: ${report.bytes} bytes, SHA-256 ${report.sha256}`)
  const calendar = { to: join(folder, 'deadlines.ics'), organisationId: null, withTitles: false }
  const { path, events } = await call('today.writeCalendar', calendar)
  console.log(`${path}: ${events} dates`)
}

/** Makes the sample register, or opens the one that an earlier run left; says whether it was made. */
async function openSample(call: Call, path: string, passphrase: string): Promise<boolean> {
  try {
    await call('registerFile.createSample', { path, passphrase })
    return true
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'already-exists') throw error
    await call('registerFile.open', { path, passphrase })
    return false
  }
}
