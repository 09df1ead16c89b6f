import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { withEngine } from './with-register.ts'

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
        await call('registerFile.createSample', { path, passphrase: process.env['DPO_PASSPHRASE'] ?? 'demo' })
        console.log(`${path}: the sample register, encrypted`)
        for (const [format, name] of FILES) {
          const to = join(folder, name)
          const file = await call('reports.writeRecord', { format, to, organisationId: null, target: null, asAt: null })
          console.log(`${to}: ${file.activities} activities, ${file.bytes} bytes, SHA-256 ${file.sha256}`)
        }
        const { seq, head } = engine.session().head()
        console.log(`Chain head: ${seq} ${head}`)
      })
    })
}
