import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Source } from '#shared/cases/source.ts'
import { addSarDestroy } from './sar-destroy.ts'
import { findRequest, findSearch } from './sar-find.ts'
import { addSarGate } from './sar-gate.ts'
import { addSarNew } from './sar-new.ts'
import { addSarBuild, addSarRelease } from './sar-pack.ts'
import { type FileLine, jsonLine, statusLines, textLine } from './sar-show.ts'
import { type Call, withRegister } from './with-register.ts'

const REGISTER = ['--register <folder>', 'the register, a folder that ends in .dpo'] as const
const ID = ['--id <id>', 'the reference of the request, for example RQ-0001, or its id'] as const

/** `dpo sar …`: requests for access with their documents. */
export function addSarCommand(program: Command): void {
  const sar = program
    .command('sar')
    .description('requests for access: their documents, how far each is, the pack that is handed over')
  addSarNew(sar)
  addImport(sar)
  addStatus(sar)
  addSarBuild(sar)
  addSarGate(sar)
  addSarRelease(sar)
  addSarDestroy(sar)
}

type ImportOptions = { register: string; id: string; search?: string; format: 'text' | 'json' }

function addImport(sar: Command): void {
  sar
    .command('import')
    .description(
      'bring files and folders of any kind into a request, one line for each file and each one in it; without a path, go on with an import that was stopped. DPO_FILE_PASSWORD opens locked files.',
    )
    .argument('[paths...]', 'files or folders')
    .requiredOption(...REGISTER)
    .requiredOption(...ID)
    .option('--search <id>', 'the entry of the search record under which they were found')
    .addOption(
      sar
        .createOption('--format <format>', 'one line of text or JSON a file')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (paths: string[], { register, id, search, format }: ImportOptions) => {
      await withRegister(register, async (call) => {
        const request = await findRequest(call, id)
        const before = new Set((await allSources(call, request)).filter(isDone).map(({ id: known }) => known))
        const password = process.env['DPO_FILE_PASSWORD'] ?? null
        if (paths.length === 0) await call('cases.goOn', { request, password })
        else {
          const found = search === undefined ? null : await findSearch(call, search)
          await call('cases.import', {
            request,
            paths: paths.map((path) => resolve(path)),
            search: found as never,
            password,
          })
        }
        const lines = linesOf(await allSources(call, request)).filter(({ source }) => !before.has(source.id))
        for (const line of lines) console.log(format === 'json' ? jsonLine(line) : textLine(line))
      })
    })
}

const isDone = ({ state }: Source) => state !== 'waiting'

/** Each file with the one it is a copy of, whose pages it shows. */
function linesOf(sources: readonly Source[]): readonly FileLine[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  return sources.map((source) => ({
    source,
    sameAs: source.sameBytesAs === null ? null : (byId.get(source.sameBytesAs) ?? null),
  }))
}

async function allSources(call: Call, request: string): Promise<readonly Source[]> {
  const all: Source[] = []
  for (;;) {
    const wanted = { request, state: null, text: '', hidden: false }
    const { sources, total } = await call('cases.sources', {
      ...(wanted as typeof wanted & { request: never }),
      offset: all.length,
      limit: 1000,
    })
    all.push(...sources)
    if (sources.length === 0 || all.length >= total) return all
  }
}

type StatusOptions = { register: string; id: string; format: 'text' | 'json' }

function addStatus(sar: Command): void {
  sar
    .command('status')
    .description('how a request stands: its files, pages, what was reviewed, packs')
    .requiredOption(...REGISTER)
    .requiredOption(...ID)
    .addOption(
      sar.createOption('--format <format>', 'how to say it').choices(['text', 'json']).default('text'),
    )
    .action(async ({ register, id, format }: StatusOptions) => {
      await withRegister(register, async (call) => {
        const request = await findRequest(call, id)
        const overview = await call('cases.overview', { request: request as never })
        if (format === 'json') console.log(JSON.stringify(overview, null, 2))
        else for (const line of statusLines(overview)) console.log(line)
      })
    })
}
