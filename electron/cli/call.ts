import type { Command } from 'commander'
import { AppError } from '#shared/errors.ts'
import { contract, type ProcedureName } from '#shared/rpc/contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { dayOf } from './export.ts'
import { withEngine, withRegister } from './with-register.ts'

type Options = { register?: string; asAt?: PlainDate }

/** `dpo call PROCEDURE JSON`: anything the screen can ask, JSON in and out. */
export function addCallCommand(program: Command): void {
  program
    .command('call')
    .description('call any procedure of the engine: JSON in, JSON out')
    .argument('<procedure>', 'for example activities.get')
    .argument('[json]', 'its input', '{}')
    .option('--register <folder>', 'the register to open first')
    .option('--as-at <date>', 'ask as at the end of this day (YYYY-MM-DD)', dayOf)
    .action(async (procedure: string, json: string, { register, asAt }: Options) => {
      if (!Object.hasOwn(contract, procedure))
        throw new AppError(
          'invalid',
          `There is no procedure called “${procedure}”. There are: ${Object.keys(contract).join(', ')}.`,
        )
      const run =
        register === undefined
          ? withEngine
          : <T>(work: Parameters<typeof withRegister<T>>[1]) => withRegister(register, work)
      const output = await run((call) => call(procedure as ProcedureName, parsed(json) as never, asAt))
      console.log(JSON.stringify(output, null, 2))
    })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new AppError('invalid', 'The input is not valid JSON.', { cause: error })
  }
}
