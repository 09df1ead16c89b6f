import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Bucket, ClockLine } from '#shared/registers/today/today.contract.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { withRegister } from './with-register.ts'

type Options = { register: string; format: 'text' | 'json' | 'ics'; out?: string; titles: boolean }

const HEADINGS: Readonly<Record<Bucket, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'Within seven days',
  later: 'Later',
  paused: 'Paused',
  snoozed: 'Reminders put off',
}

/** `dpo clocks`: everything that is due, most urgent first. */
export function addClocksCommand(program: Command): void {
  program
    .command('clocks')
    .description('list every date to keep, most urgent first, and how each comes about')
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .addOption(
      new Option('--format <format>', 'how to list them').choices(['text', 'json', 'ics']).default('text'),
    )
    .option('--out <file>', 'the calendar file to write, with --format ics')
    .option('--titles', 'put the titles of records into the calendar file; they may name a person', false)
    .action(async ({ register, format, out, titles }: Options, command: Command) => {
      if (format === 'ics' && !out) command.error('error: --format ics needs --out <file>')
      await withRegister(register, async (call) => {
        if (format === 'ics') {
          const input = { organisationId: null, to: resolve(out!), withTitles: titles }
          const { path, events } = await call('today.writeCalendar', input)
          console.log(`${path}: ${events} ${events === 1 ? 'date' : 'dates'}`)
          return
        }
        const { buckets } = await call('today.queue', { organisationId: null, perBucket: 10_000 })
        if (format === 'json') console.log(JSON.stringify(buckets, null, 2))
        else print(buckets)
      })
    })
}

function print(buckets: ReadonlyArray<{ bucket: Bucket; total: number; lines: readonly ClockLine[] }>): void {
  for (const { bucket, total, lines } of buckets) {
    if (total === 0) continue
    console.log(`${HEADINGS[bucket]} (${total})`)
    for (const line of lines)
      console.log(`  ${when(line)}  ${line.what}: ${line.title}\n    ${line.derivation}`)
  }
  if (buckets.every(({ total }) => total === 0)) console.log('Nothing is due.')
}

function when({ due, dueAt, pausedSince }: ClockLine): string {
  if (dueAt) return formatUkMoment(dueAt)
  if (due) return formatDay(due)
  return pausedSince ? `paused since ${formatDay(pausedSince)}` : 'no day yet'
}
