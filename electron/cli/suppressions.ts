import { readFile } from 'node:fs/promises'
import { Argument, type Command, Option } from 'commander'
import { AppError } from '#shared/errors.ts'
import { type MarketingChannel, MARKETING_CHANNELS } from '#shared/law/marketing-channels.ts'
import { readList } from '#shared/registers/suppressions/read-list.ts'
import { csvRows } from '#engine/tables/csv.ts'
import { withRegister } from './with-register.ts'

type Options = { register: string; channel?: MarketingChannel['code'] }

/** `dpo suppressions check FILE`: holds a list against the suppression list, line by line, as CSV. */
export function addSuppressionsCommand(program: Command): void {
  program
    .command('suppressions')
    .description(
      'hold a list against the suppression list, line by line; CSV on the standard output, nothing is kept',
    )
    .addArgument(new Argument('<action>', 'what to do').choices(['check']))
    .argument('<file>', 'the list: CSV or text, any columns')
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .addOption(
      new Option('--channel <channel>', 'count only what covers this channel').choices(
        MARKETING_CHANNELS.map(({ code }) => code),
      ),
    )
    .action(async (_action: string, file: string, { register, channel }: Options) => {
      const text = await read(file)
      const checked = await withRegister(register, (call) =>
        call('suppressions.check', { text, channel: channel ?? null }),
      )
      const texts = new Map(readList(text).lines.map((line) => [line.line, line.text]))
      const rows = checked.lines.map(({ line, answer, matches }) => [
        String(line),
        ANSWERS[answer],
        matches.map(({ reference }) => reference).join('; '),
        matches.map(({ since }) => since ?? '').join('; '),
        matches.map(({ scope }) => (scope.length === 0 ? 'all' : scope.join(' '))).join('; '),
        matches.map(({ by }) => by).join('; '),
        texts.get(line) ?? '',
      ])
      process.stdout.write(csvRows([COLUMNS, ...rows]))
    })
}

const COLUMNS = ['line', 'answer', 'entry', 'since', 'channels', 'recognised by', 'text']
const ANSWERS = {
  allowed: 'may be contacted',
  suppressed: 'suppressed',
  notUnderstood: 'not understood',
} as const

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new AppError('not-found', `The list ${file} cannot be read.`, { cause: error })
  }
}
