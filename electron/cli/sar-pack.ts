import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { PackDelivery } from '#shared/cases/pack-words.ts'
import { AppError } from '#shared/errors.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { visible } from '#shared/shown.ts'
import { gateLines } from './sar-gate.ts'
import { findRequest } from './sar-find.ts'
import { type Call, withRegister } from './with-register.ts'

const REGISTER = ['--register <folder>', 'the register, a folder that ends in .dpo'] as const
const ID = ['--id <id>', 'the reference of the request, for example RR-0001, or its id'] as const

const DELIVERIES: Readonly<Record<string, PackDelivery>> = {
  pdfs: 'lockedPdfs',
  zip: 'lockedZip',
  open: 'open',
}

type BuildOptions = {
  register: string
  id: string
  out: string
  delivery: keyof typeof DELIVERIES
  phase: 'final' | 'partial'
  order: 'came' | 'dated'
  pack?: string
  because?: string
  accept?: string
  internal: boolean
}

/**
 * `dpo sar build`: freezes a pack and writes it; with `--pack`, one that was frozen is written again. The passphrase is
 * `DPO_PACK_PASSPHRASE`, or one is made and printed.
 */
export function addSarBuild(sar: Command): void {
  sar
    .command('build')
    .description(
      'freeze a pack and write it, to be handed over. DPO_PACK_PASSPHRASE encrypts it; without it one is made and printed. Checks that stand in the way are listed.',
    )
    .requiredOption(...REGISTER)
    .requiredOption(...ID)
    .requiredOption('--out <folder>', 'where to write the pack')
    .addOption(
      sar
        .createOption('--delivery <how>', 'encrypted PDFs in a zip, an encrypted zip, or not encrypted')
        .choices(Object.keys(DELIVERIES))
        .default('pdfs'),
    )
    .addOption(
      sar
        .createOption('--phase <phase>', 'a part, or the rest')
        .choices(['final', 'partial'])
        .default('final'),
    )
    .addOption(
      sar
        .createOption('--order <order>', 'as they came, or by date')
        .choices(['came', 'dated'])
        .default('dated'),
    )
    .option('--pack <number>', 'write a pack again that was frozen before')
    .option('--because <reason>', 'why it is not encrypted')
    .option('--accept <reason>', 'accept every check that may be accepted, each with this reason')
    .option('--internal', 'also write the copy that stays: originals and decisions', false)
    .action(async (options: BuildOptions) => {
      await withRegister(options.register, async (call) => {
        const request = await findRequest(call, options.id)
        const pack = options.pack === undefined ? await freeze(call, request, options) : Number(options.pack)
        await mkdir(resolve(options.out), { recursive: true })
        await write(call, request, pack, options)
      })
    })
}

async function freeze(
  call: Call,
  request: string,
  { phase: kind, order, accept }: BuildOptions,
): Promise<number> {
  const of = { request: request as never }
  const { checks } = await call('cases.checks', { ...of, kind })
  for (const { code, says, canBeAccepted, accepted } of checks) {
    if (accept === undefined || !canBeAccepted || accepted) continue
    await call('cases.accept', { ...of, check: code, says, because: accept })
  }
  const open = (await call('cases.checks', { ...of, kind })).checks.filter(
    ({ accepted }) => accepted === null,
  )
  for (const { says, wayOut, canBeAccepted } of open)
    console.log(`${canBeAccepted ? 'ACCEPT ' : 'BLOCKED'} ${visible(says)} ${visible(wayOut)}`)
  if (open.length > 0)
    throw new AppError(
      'rule',
      `${open.length} ${open.length === 1 ? 'check stands' : 'checks stand'} in the way. Put them right, or accept those that may be accepted with --accept <reason>.`,
    )
  const { pack, pages } = await call('cases.plan', { ...of, kind, order })
  console.log(`Pack ${pack} frozen: ${pages} pages`)
  return pack
}

async function write(call: Call, request: string, pack: number, options: BuildOptions): Promise<void> {
  const of = { request: request as never, pack }
  const line = (await call('cases.packs', { request: of.request })).find(({ id }) => id === pack)
  if (!line) throw new AppError('not-found', `There is no pack ${pack} of this request.`)
  const name = `${line.firstReference.split('/')[0]}-part-${line.phase}`
  const built = await building(call, of, {
    ...of,
    delivery: DELIVERIES[options.delivery]!,
    passphrase: process.env['DPO_PACK_PASSPHRASE'] ?? null,
    keepPassphrase: false,
    openBecause: options.because ?? '',
    to: join(resolve(options.out), `${name}.zip`),
  })
  console.log(
    `${built.path}: ${built.volumes} volumes, ${built.pages} pages, ${built.bytes} bytes, SHA-256 ${built.sha256}`,
  )
  console.log(`Fingerprint: ${built.fingerprint}`)
  const proof = await call('cases.proof', of)
  if (proof) for (const line of gateLines(proof).slice(0, 2)) console.log(line)
  if (built.passphrase) console.log(`Passphrase, shown this once; send it another way: ${built.passphrase}`)
  if (!options.internal) return
  const kept = await call('cases.buildInternal', {
    ...of,
    to: join(resolve(options.out), `${name}-internal.zip`),
  })
  console.log(`${kept.path}: ${kept.files} files, ${kept.bytes} bytes, SHA-256 ${kept.sha256}`)
}

type Building = Input<'cases.build'>

/** Builds; where the gate is shut, what it found is printed before the sentence that says so. */
async function building(call: Call, of: { request: never; pack: number }, asked: Building) {
  try {
    return await call('cases.build', asked)
  } catch (error) {
    const proof = await call('cases.proof', of)
    if (proof && !proof.result.isGreen) for (const line of gateLines(proof)) console.log(line)
    throw error
  }
}

type ReleaseOptions = {
  register: string
  id: string
  pack: string
  how: 'post' | 'email' | 'portal' | 'collected'
  address: string
}

/** `dpo sar release`: records that a pack was handed over; nothing is sent. */
export function addSarRelease(sar: Command): void {
  sar
    .command('release')
    .description('record that a pack was handed over. Nothing is sent.')
    .requiredOption(...REGISTER)
    .requiredOption(...ID)
    .requiredOption('--pack <number>', 'the number of the pack, as “build” printed it')
    .addOption(
      sar
        .createOption('--how <how>', 'how it went')
        .choices(['post', 'email', 'portal', 'collected'])
        .makeOptionMandatory(),
    )
    .requiredOption('--address <address>', 'where it went, once more, to be compared with the request')
    .action(async ({ register, id, pack, how, address }: ReleaseOptions) => {
      await withRegister(register, async (call) => {
        const request = await findRequest(call, id)
        const of = { request: request as never, pack: Number(pack) }
        const { isRequestAnswered } = await call('cases.release', { ...of, how, address })
        console.log(`Pack ${pack} is recorded as handed over.`)
        if (!isRequestAnswered)
          console.log('The request does not say yet that it was answered: record the letter as sent.')
      })
    })
}
