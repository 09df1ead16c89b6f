import { resolve } from 'node:path'
import type { Command } from 'commander'
import { passphrase, withEngine, withRegister } from './with-register.ts'

/** `dpo create`, `dpo backup` and `dpo restore`. */
export function addRegisterCommands(program: Command): void {
  program
    .command('create')
    .description('make an empty register; its recovery key is printed once')
    .requiredOption('--register <folder>', 'where to make it, a folder that ends in .dpo')
    .action(async ({ register }: { register: string }) => {
      const input = { path: resolve(register), passphrase: await passphrase() }
      const { recoveryKey } = await withEngine((call) => call('registerFile.create', input))
      console.log(`Recovery key, shown this once: ${recoveryKey}`)
    })

  program
    .command('backup')
    .description('write an encrypted copy into the backups folder of the register and read it back')
    .requiredOption('--register <folder>', 'the register')
    .action(async ({ register }: { register: string }) => {
      const { path, chainHead } = await withRegister(register, (call) => call('registerFile.backUp', {}))
      console.log(`${path}\nChain head: ${chainHead}`)
    })

  program
    .command('restore')
    .description('put a backup in the place of the database; what was there is kept beside it')
    .requiredOption('--register <folder>', 'the register')
    .requiredOption('--backup <name>', 'the name of a file in its backups folder')
    .action(async ({ register, backup }: { register: string; backup: string }) => {
      const input = { path: resolve(register), backup, passphrase: await passphrase() }
      await withEngine((call) => call('registerFile.restore', input))
      console.log(`${backup} is now the register.`)
    })
}
