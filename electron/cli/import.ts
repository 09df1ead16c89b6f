import { resolve } from 'node:path'
import type { Command } from 'commander'
import { countsInWords } from './export-all.ts'
import { oneOf } from './registers.ts'
import { passphrase, withEngine } from './with-register.ts'

/** `dpo import archive`: a new register of an archive, with all that is in it. DPO_ARCHIVE_PASSPHRASE opens an encrypted one. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description(
      'make a new register of an archive; nothing is left behind where it cannot be brought in whole',
    )
    .argument('<what>', 'what to bring in: archive')
    .argument('<file>', 'a whole-register or register archive, in a zip or unpacked')
    .requiredOption('--register <folder>', 'where to make the register, a folder that ends in .dpo')
    .action(async (what: string, file: string, { register }: { register: string }) => {
      oneOf(['archive'], what, 'brought in')
      const input = {
        path: resolve(file),
        register: resolve(register),
        passphrase: await passphrase(),
        archivePassphrase: process.env['DPO_ARCHIVE_PASSPHRASE'] ?? null,
      }
      const { recoveryKey, counts, chain, checks, notes } = await withEngine((call) =>
        call('archives.import', input),
      )
      console.log(`${input.register}: ${countsInWords(counts)}`)
      console.log(`Chain head of the archive: ${chain.head}${chain.goesOn ? ' (it goes on)' : ''}`)
      for (const check of checks) console.log(`ok     ${check}`)
      for (const note of notes) console.log(`note   ${note}`)
      console.log(`Recovery key, shown this once: ${recoveryKey}`)
    })
}
