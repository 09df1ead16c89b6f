import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/errors.ts'
import { withEngine, withRegister } from './with-register.ts'

/** `dpo verify F`: an archive of any kind (DPO_PACK_PASSPHRASE opens an encrypted one), a trail alone, or a register. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      'check an archive of any kind (any BagIt bag, in a zip or a folder), a trail of revisions alone, or a register and its chain',
    )
    .argument(
      '<file>',
      'the archive or its unpacked folder, a revisions.jsonl, or a register: a folder that ends in .dpo',
    )
    .action(async (file: string) => {
      const problems = file.replace(/[\\/]+$/, '').endsWith('.dpo')
        ? await verifyRegister(file)
        : await verifyArchive(file)
      if (problems > 0)
        throw new AppError('storage', `${problems} ${problems === 1 ? 'check' : 'checks'} failed.`)
      console.log('Every check passed.')
    })
}

async function verifyArchive(file: string): Promise<number> {
  const { kind, checks } = await withEngine((call) =>
    call('reports.verifyArchive', {
      path: resolve(file),
      passphrase: process.env['DPO_ARCHIVE_PASSPHRASE'] ?? process.env['DPO_PACK_PASSPHRASE'] ?? null,
    }),
  )
  console.log(`Kind: ${kind}`)
  for (const { ok, name, detail } of checks)
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}${detail ? `: ${detail}` : ''}`)
  return checks.filter(({ ok }) => !ok).length
}

async function verifyRegister(folder: string): Promise<number> {
  const chain = await withRegister(folder, (call) => call('registerFile.verify', {}))
  console.log(`Chain head: ${chain.seq} ${chain.head}`)
  for (const problem of chain.problems) console.log(`FAILED ${problem}`)
  return chain.problems.length
}
