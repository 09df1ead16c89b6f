import type { Command } from 'commander'
import type { GateFinding } from '#shared/cases/gate.ts'
import { countOf } from '#shared/count-words.ts'
import { AppError } from '#shared/errors.ts'
import type { KeptGateResult } from '#shared/registers/cases/case-gate.contract.ts'
import { visible } from '#shared/shown.ts'
import { findRequest } from './sar-find.ts'
import { type Call, withRegister } from './with-register.ts'

type GateOptions = { register: string; id: string; pack?: string; format: 'text' | 'json' }

/** `dpo sar gate`: proves a frozen pack and says what was found; exit code 1 where the gate is shut. */
export function addSarGate(sar: Command): void {
  sar
    .command('gate')
    .description(
      'make every file of a frozen pack in memory and read it again in every way: nothing that was removed may be found. Writes nothing but the result, into the case. Exit code 1 when something is found.',
    )
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .requiredOption('--id <id>', 'the reference of the request, for example RR-0001, or its id')
    .option('--pack <number>', 'which pack; the one that was frozen last without it')
    .addOption(
      sar
        .createOption('--format <format>', 'lines of text, or one JSON document')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async ({ register, id, pack, format }: GateOptions) => {
      await withRegister(register, async (call) => {
        const request = await findRequest(call, id)
        const proved = await proveFrozen(call, request, pack === undefined ? null : Number(pack))
        if (format === 'json') console.log(JSON.stringify(proved, null, 2))
        else for (const line of gateLines(proved)) console.log(line)
        if (!proved.result.isGreen)
          throw new AppError(
            'rule',
            'The gate is shut. The pack is not built until what was found is put right.',
          )
      })
    })
}

async function proveFrozen(call: Call, request: string, wanted: number | null): Promise<KeptGateResult> {
  const of = { request: request as never }
  const packs = await call('cases.packs', of)
  const pack = wanted === null ? packs[0] : packs.find(({ id }) => id === wanted)
  if (!pack)
    throw new AppError(
      'not-found',
      wanted === null
        ? 'No pack of this request is frozen yet. Freeze one first, with “dpo sar build” or on the page “Pack”.'
        : `There is no pack ${wanted} of this request.`,
    )
  return call('cases.prove', { ...of, pack: pack.id })
}

/** What a proof found, a line each: whether the gate is open, the files, and what keeps it shut. */
export function gateLines({ result, sha256, override }: KeptGateResult): readonly string[] {
  const { isGreen, files, marks, findings, more, rebuilt, took } = result
  return [
    `Pack ${result.pack}: the gate is ${isGreen ? 'open' : override ? 'shut, and was opened by a second person' : 'shut'}`,
    `${countOf(files.length, 'file')} read again in ${(took / 1000).toFixed(1)} s; ${marks.clean} of ${countOf(marks.checked, 'mark')} clean; ${countOf(rebuilt.length, 'page')} made from ${rebuilt.length === 1 ? 'its picture' : 'their pictures'}`,
    ...files.map(
      ({ name, pages, marks: count, findings: found, readers }) =>
        `${found === 0 ? 'CLEAN' : 'FOUND'} ${visible(name)}: ${countOf(pages, 'page')}, ${countOf(count, 'mark')}, read by ${readers.join(', ')}`,
    ),
    ...findings.map(findingLine),
    ...(more > 0 ? [`and ${countOf(more, 'finding')} more`] : []),
    `Result SHA-256 ${sha256}`,
  ]
}

const findingLine = ({ file, page, says }: GateFinding) =>
  `SHUT  ${visible(file)}${page === null ? '' : `, page ${page}`}: ${visible(says)}`
