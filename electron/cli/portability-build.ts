import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { ExportForm } from '#shared/portability/export.ts'
import { visible } from '#shared/shown.ts'
import { builtLines, previewLines } from './portability-show.ts'
import { type SourceOptions, sourcesFrom } from './portability-sources.ts'
import { findRequest } from './sar-find.ts'
import { withRegister } from './with-register.ts'

type UseOptions = SourceOptions & { register: string; request: string }

type BuildOptions = UseOptions & {
  out: string
  formats: readonly ExportForm[]
  because?: string
  receiverName?: string
  receiverAddress: string
  receiverContact: string
  receiverHow: string
  format: 'text' | 'json'
}

/** The options that say which files an export is made from, and whose rows are wanted. */
function withSources(command: Command): Command {
  return command
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .requiredOption('--request <id>', 'the reference of the request, for example RR-0001, or its id')
    .requiredOption('--source <file...>', 'files that systems exported; FILE#TABLE for one table of several')
    .option(
      '--mapping <id...>',
      'the mapping of each source, by reference or id; without it, the one that knows its columns',
    )
    .option('--mapping-file <file>', 'keep this mapping first, and use it')
    .option('--person <value...>', 'what stands for the person in the columns that say whose row it is', [])
    .option('--only-this-person', 'the files hold nobody else; for files without such a column', false)
}

/** `dpo portability preview`: what an export would hold. */
export function addPortabilityPreview(portability: Command): void {
  withSources(
    portability
      .command('preview')
      .description('show what an export would hold and what it would leave out, without writing it'),
  )
    .option('--all', 'read every row, not only the first ones', false)
    .addOption(
      portability
        .createOption('--format <format>', 'how to show it')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (options: UseOptions & { all: boolean; format: string }) => {
      await withRegister(options.register, async (call) => {
        const request = (await findRequest(call, options.request)) as never
        const sources = await sourcesFrom(call, options)
        const preview = await call('portability.preview', { request, sources, all: options.all })
        if (options.format === 'json') console.log(JSON.stringify(preview, null, 2))
        else for (const line of previewLines(preview)) console.log(visible(line))
      })
    })
}

/**
 * `dpo portability build`: makes an export and keeps what it was with its request. The passphrase is
 * `DPO_PACK_PASSPHRASE`, or one is made and printed; with `--because` the zip is not encrypted.
 */
export function addPortabilityBuild(portability: Command): void {
  withSources(
    portability
      .command('build')
      .description(
        'make an export: what portability covers of the person’s rows, checked against its own schemas. DPO_PACK_PASSPHRASE encrypts it; without it one is made and printed',
      ),
  )
    .requiredOption('--out <file>', 'the zip to write; it must not be there yet')
    .option('--formats <list>', 'the forms, with commas between them', formsOf, ExportForm.options)
    .option('--because <reason>', 'do not encrypt it, for this reason')
    .option('--receiver-name <name>', 'the controller it goes to at the person’s wish; writes them a note')
    .option('--receiver-address <address>', 'their address', '')
    .option('--receiver-contact <contact>', 'how to reach them about data protection', '')
    .option('--receiver-how <words>', 'how it is sent to them', '')
    .addOption(
      portability
        .createOption('--format <format>', 'how to say what was made')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (options: BuildOptions) => {
      await withRegister(options.register, async (call) => {
        const { because, out, formats } = options
        const built = await call('portability.build', {
          request: (await findRequest(call, options.request)) as never,
          sources: await sourcesFrom(call, options),
          forms: [...formats],
          to: resolve(out),
          passphrase: because === undefined ? (process.env['DPO_PACK_PASSPHRASE'] ?? '') : null,
          openBecause: because ?? '',
          receiver: receiverOf(options),
        })
        if (options.format === 'json') console.log(JSON.stringify(built, null, 2))
        else for (const line of builtLines(built)) console.log(visible(line))
      })
    })
}

function receiverOf({ receiverName, receiverAddress, receiverContact, receiverHow }: BuildOptions) {
  if (receiverName === undefined) return null
  return { name: receiverName, address: receiverAddress, contact: receiverContact, how: receiverHow }
}

function formsOf(typed: string): readonly ExportForm[] {
  const forms = ExportForm.array()
    .min(1)
    .safeParse(typed.toLowerCase().split(/\s*,\s*/u))
  if (forms.success) return forms.data
  throw new InvalidArgumentError(`There are: ${ExportForm.options.join(', ')}.`)
}
