import { resolve } from 'node:path'
import type { Command } from 'commander'
import { sayOfExport } from '#shared/portability/export.ts'
import { visible } from '#shared/shown.ts'
import { addPortabilityBuild, addPortabilityPreview } from './portability-build.ts'
import { mappingOfLook, readMappingFile, saveMappingFile } from './portability-mapping.ts'
import { lookLines } from './portability-show.ts'
import { findRequest } from './sar-find.ts'
import { withEngine, withRegister } from './with-register.ts'

const REGISTER = ['--register <folder>', 'the register, a folder that ends in .dpo'] as const

/** `dpo portability …`: the data of people who ask for it to take with them. */
export function addPortabilityCommand(program: Command): void {
  const portability = program
    .command('portability')
    .description('requests for portability: what a file holds, what is decided about it, the export itself')
  addLook(portability)
  addMap(portability)
  addPortabilityPreview(portability)
  addPortabilityBuild(portability)
  addHistory(portability)
}

type LookOptions = { table?: string; format: 'text' | 'json' | 'mapping' }

function addLook(portability: Command): void {
  portability
    .command('look')
    .description(
      'show the tables of a file and the columns of one with samples; as a mapping, what seems to be so of each column, to be corrected and given to “map”',
    )
    .argument('<file>', 'a CSV, Excel, JSON, XML or SQLite file that a system exported')
    .option('--table <name>', 'whose columns to show; the first when it is left out')
    .addOption(
      portability
        .createOption('--format <format>', 'text, JSON, or the file of a mapping to fill in')
        .choices(['text', 'json', 'mapping'])
        .default('text'),
    )
    .action(async (file: string, { table, format }: LookOptions) => {
      const options = { encoding: null, delimiter: null }
      const look = await withEngine((call) =>
        call('portability.lookAt', { path: resolve(file), table: table ?? null, options }),
      )
      if (format === 'json') console.log(JSON.stringify(look, null, 2))
      else if (format === 'mapping') console.log(JSON.stringify(mappingOfLook(look), null, 2))
      else for (const line of lookLines(look)) console.log(visible(line))
    })
}

type MapOptions = { register: string; from: string; mapping?: string }

function addMap(portability: Command): void {
  portability
    .command('map')
    .description('keep what a file says about the columns of a system’s export, once for every request')
    .requiredOption(...REGISTER)
    .requiredOption('--from <file>', 'a mapping as “look --format mapping” prints it, corrected')
    .option('--mapping <id>', 'the reference or id of the mapping whose place it takes')
    .action(async ({ register, from, mapping }: MapOptions) => {
      const given = await readMappingFile(from)
      await withRegister(register, async (call) => {
        const { reference, name } = await saveMappingFile(call, given, mapping ?? null)
        console.log(`${reference}: ${visible(name)}, ${given.columns.length} columns.`)
      })
    })
}

function addHistory(portability: Command): void {
  portability
    .command('history')
    .description('list every export that was made, the latest first')
    .requiredOption(...REGISTER)
    .option('--request <id>', 'of this request alone: its reference or id')
    .addOption(
      portability
        .createOption('--format <format>', 'how to list them')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async ({ register, request, format }: { register: string; request?: string; format: string }) => {
      await withRegister(register, async (call) => {
        const id = request === undefined ? null : await findRequest(call, request)
        const made = await call('portability.history', { request: id as never })
        if (format === 'json') return console.log(JSON.stringify(made, null, 2))
        for (const { reference, entry } of made)
          console.log(
            visible(`${reference}  ${sayOfExport(entry)}  ${entry.fileName}  SHA-256 ${entry.fileSha256}`),
          )
        if (made.length === 0) console.log('No export was made yet.')
      })
    })
}
