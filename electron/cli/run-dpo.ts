import { Command, CommanderError } from 'commander'
import { AppError } from '#shared/errors.ts'
import { addBreachCommand } from './breach.ts'
import { addCallCommand } from './call.ts'
import { addClockCommand } from './clock.ts'
import { addClocksCommand } from './clocks.ts'
import { addDemoCommand } from './demo.ts'
import { addExportCommand } from './export.ts'
import { addGapsCommand } from './gaps.ts'
import { addImportCommand } from './import.ts'
import { addListCommand } from './list.ts'
import { addPortabilityCommand } from './portability.ts'
import { addReadCommand } from './read.ts'
import { addRecipientsCommand } from './recipients.ts'
import { addRedactCommand } from './redact.ts'
import { addRegisterCommands } from './register.ts'
import { addReportCommand } from './report.ts'
import { addSarCommand } from './sar.ts'
import { addSuppressionsCommand } from './suppressions.ts'
import { addVerifyCommand } from './verify.ts'

/** What a command ended with. */
const EXIT = { done: 0, refused: 1, usage: 2 } as const

/** Runs one command line; says what went wrong in a sentence, and gives the code to exit with. Never throws. */
export async function runDpo(words: readonly string[]): Promise<number> {
  try {
    await makeProgram().parseAsync(words, { from: 'user' })
    return EXIT.done
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (error instanceof AppError) {
      console.error(error.message)
      return EXIT.refused
    }
    // A bug: its name helps whoever is told, its details may quote a record.
    console.error(
      `Something went wrong in the program (${error instanceof Error ? error.name : 'unknown'}). Nothing was changed.`,
    )
    if (process.env['DPO_DEBUG']) console.error(error)
    return EXIT.refused
  }
}

/** Every command. */
function makeProgram(): Command {
  const program = new Command('dpo')
    .description(
      'DPO Workbench without a screen. Passphrases come from DPO_PASSPHRASE or a prompt, never from arguments.',
    )
    .showHelpAfterError('(dpo help shows every command)')
    .exitOverride()

  addDemoCommand(program)
  addListCommand(program)
  addExportCommand(program)
  addImportCommand(program)
  addReportCommand(program)
  addVerifyCommand(program)
  addBreachCommand(program)
  addCallCommand(program)
  addClockCommand(program)
  addClocksCommand(program)
  addGapsCommand(program)
  addPortabilityCommand(program)
  addReadCommand(program)
  addRegisterCommands(program)
  addSarCommand(program)
  addSuppressionsCommand(program)
  addRecipientsCommand(program)
  addRedactCommand(program)
  for (const command of program.commands) command.exitOverride()
  return program
}
