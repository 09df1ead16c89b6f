import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { type Command, InvalidArgumentError } from 'commander'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { findBreach } from './breach-find.ts'
import { dayOf } from './export.ts'
import { type Call, withRegister } from './with-register.ts'

const REGISTER = ['--register <folder>', 'the register, a folder that ends in .dpo'] as const
const ID = ['--id <id>', 'its reference, for example BR-0001, or its id'] as const

/** What of one breach is written to files: the report to the Commissioner and the incident bundle. */
export function addBreachWriters(breach: Command): void {
  addNotify(breach)
  addBundle(breach)
}

type NotifyOptions = {
  register: string
  id: string
  phase: 'initial' | 'followup'
  out: string
  sentAt?: Instant
  by?: string
  channel?: string
  reference?: string
  lateBecause?: string
}

function addNotify(breach: Command): void {
  breach
    .command('notify')
    .description(
      'write the report to the Commissioner as PDF, text to paste and JSON; with --sent-at, record it as sent. Nothing is sent.',
    )
    .requiredOption(...REGISTER)
    .requiredOption(...ID)
    .addOption(
      breach
        .createOption('--phase <phase>', 'which report')
        .choices(['initial', 'followup'])
        .makeOptionMandatory(),
    )
    .requiredOption('--out <folder>', 'where to put the files')
    .option('--sent-at <moment>', 'when it was sent, for example 2026-11-20T15:10:00Z', momentOf)
    .option('--by <who>', 'who sent it; a role is enough')
    .option('--channel <how>', 'how it was sent, for example “Online form”')
    .option('--reference <reference>', 'the Commissioner’s reference')
    .option('--late-because <reasons>', 'the reasons for the delay, after the 72 hours')
    .action(async (options: NotifyOptions, command: Command) => {
      if (options.sentAt && !options.by) command.error('error: --sent-at needs --by <who>')
      if (!options.sentAt && (options.by ?? options.channel ?? options.reference ?? options.lateBecause))
        command.error('error: what was sent is recorded with --sent-at <moment>')
      await withRegister(options.register, async (call) => {
        const found = await findBreach(call, options.id)
        const phase: Phase = options.phase === 'initial' ? 'initial' : 'followUp'
        const { sentAt } = options
        const which = sentAt
          ? { reportId: await record(call, found, phase, { ...options, sentAt }) }
          : { phase }
        await writeReport(call, found, which, options.phase, options.out)
        if (sentAt) console.log(`Recorded as sent on ${formatUkMoment(sentAt)}.`)
      })
    })
}

type Phase = 'initial' | 'followUp'

async function record(
  call: Call,
  { id }: Breach,
  phase: Phase,
  { sentAt, by = '', channel = '', reference = '', lateBecause = '' }: NotifyOptions & { sentAt: Instant },
): Promise<string> {
  const input = { id, phase, sentAt, sentBy: by, channel, reference, lateBecause }
  return (await call('breaches.recordReport', input)).reportId
}

const REPORT_FORMATS = [
  ['pdf', 'pdf'],
  ['text', 'txt'],
  ['json', 'json'],
] as const

/** Writes a report in every form into a folder, each named by the reference of the breach. */
export async function writeReport(
  call: Call,
  { id, reference }: Breach,
  which: { readonly phase: Phase } | { readonly reportId: string },
  name: string,
  folder: string,
): Promise<void> {
  await mkdir(resolve(folder), { recursive: true })
  for (const [format, ending] of REPORT_FORMATS) {
    const to = join(resolve(folder), `${safe(reference)}-report-${name}.${ending}`)
    const { path, bytes, sha256 } = await call('breaches.writeReport', { id, which, format, to, asAt: null })
    console.log(`${path}: ${bytes} bytes, SHA-256 ${sha256}`)
  }
}

type BundleOptions = { register: string; id: string; out: string; withPeople: boolean; asAt?: PlainDate }

function addBundle(breach: Command): void {
  breach
    .command('bundle')
    .description('write the incident bundle: chronology, record, decisions, reports, letters, evidence')
    .requiredOption(...REGISTER)
    .requiredOption(...ID)
    .requiredOption('--out <file>', 'the zip to write')
    .option('--with-people', 'with the names and addresses of the people to tell', false)
    .option('--as-at <date>', 'as it stood at the end of this day (YYYY-MM-DD)', dayOf)
    .action(async ({ register, id, out, withPeople, asAt }: BundleOptions) => {
      await withRegister(register, async (call) => {
        const found = await findBreach(call, id, asAt)
        await writeBundle(call, found, { out, withPeople, asAt: asAt ?? null })
      })
    })
}

/** Writes the incident bundle of a breach and says what it holds. */
export async function writeBundle(
  call: Call,
  { id }: Breach,
  { out, withPeople, asAt }: { out: string; withPeople: boolean; asAt: PlainDate | null },
): Promise<void> {
  const input = { id, to: resolve(out), withPeople, asAt }
  const { path, files, bytes, sha256, chainHead } = await call('breaches.writeBundle', input)
  console.log(`${path}: ${files} files, ${bytes} bytes, SHA-256 ${sha256}`)
  console.log(`Chain head: ${chainHead}`)
}

function momentOf(text: string): Instant {
  try {
    return Instant.parse(Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }))
  } catch {
    // Whatever is wrong with it, the person needs to know how a moment is written.
    throw new InvalidArgumentError(
      'A moment is written like 2026-11-20T15:10:00Z, or with +01:00 in place of Z.',
    )
  }
}

/** A reference as part of a file's name. */
const safe = (reference: string) => reference.replaceAll(/[^A-Za-z0-9-]/gu, '') || 'breach'
