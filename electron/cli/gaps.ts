import { type Command, Option } from 'commander'
import { withRegister } from './with-register.ts'

/** `dpo gaps`: what the law asks for and the register does not say. */
export function addGapsCommand(program: Command): void {
  program
    .command('gaps')
    .description('list the gaps in the register')
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .addOption(new Option('--format <format>', 'how to list them').choices(['json', 'text']).default('text'))
    .option('--waived', 'include the gaps that were set aside', false)
    .action(
      async ({
        register,
        format,
        waived,
      }: {
        register: string
        format: 'json' | 'text'
        waived: boolean
      }) => {
        const gaps = await withRegister(register, (call) =>
          call('gaps.list', { organisationId: null, withWaived: waived }),
        )
        if (format === 'json') {
          console.log(JSON.stringify(gaps, null, 2))
          return
        }
        for (const { severity, title, message, citation } of gaps)
          console.log(`${severity.padEnd(7)} ${title}: ${message} (${citation})`)
        console.log(gaps.length === 0 ? 'No rule raised.' : `${gaps.length} gaps.`)
      },
    )
}
