import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/errors.ts'
import type { ReportFormat } from '#shared/registers/reports/report.contract.ts'
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
    .description('make the sample register and hand out its record of processing activities in every form')
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
