import type { Command } from 'commander'
import { caseText, GUIDELINE_CASES, ABOUT_THE_CASES } from '#shared/law/breaches/cases.ts'
import { textOf } from '#shared/described/words.ts'
import { type Breach, BREACH_FIELDS } from '#shared/registers/breaches/breach.record.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { countdownOf } from '#shared/registers/breaches/room/countdown.ts'
import { findBreach, listBreaches } from './breach-find.ts'
import { breachLines, printable } from './breach-show.ts'
import { addBreachLog } from './breach-log.ts'
import { addBreachWriters } from './breach-write.ts'
import { dayOf } from './export.ts'
import { organisationNamed } from './registers.ts'
import { withRegister } from './with-register.ts'

const REGISTER = ['--register <folder>', 'the register, a folder that ends in .dpo'] as const

/** `dpo breach …`: the log of breaches, one breach, what is handed out of it, and cases to practise on. */
export function addBreachCommand(program: Command): void {
  const breach = program
    .command('breach')
    .description('breaches: how they stand, the report to the Commissioner, the incident bundle, the log')
  addList(breach)
  addShow(breach)
  addBreachWriters(breach)
  addBreachLog(breach)
  breach
    .command('cases')
    .description('print the 18 cases of the EDPB guideline, in other words, to practise on')
    .option('--solved', 'with the answers and the outcome', false)
    .action(({ solved }: { solved: boolean }) => {
      for (const one of GUIDELINE_CASES) console.log(caseText(one, { solved }))
      console.log(ABOUT_THE_CASES)
    })
}

type ListOptions = {
  register: string
  organisation?: string
  open: boolean
  format: 'text' | 'json'
  asAt?: PlainDate
}

function addList(breach: Command): void {
  breach
    .command('list')
    .description('every breach with its clock and what was decided')
    .requiredOption(...REGISTER)
    .option('--organisation <name>', 'only what belongs to this organisation')
    .option('--open', 'only those with something left to do', false)
    .addOption(
      breach.createOption('--format <format>', 'how to list them').choices(['text', 'json']).default('text'),
    )
    .option('--as-at <date>', 'as it stood at the end of this day (YYYY-MM-DD)', dayOf)
    .action(async ({ register, organisation, open, format, asAt }: ListOptions) => {
      await withRegister(register, async (call, engine) => {
        const organisationIds = organisation ? [await organisationNamed(call, organisation)] : []
        const filter = { organisationIds, standing: open ? ('open' as const) : null }
        const lines = (await listBreaches(call, filter, asAt)).map((one) => lineOf(one, engine.now()))
        if (format === 'json') console.log(JSON.stringify(lines, null, 2))
        else for (const line of lines) for (const text of textLines(line)) console.log(printable(text))
        if (format === 'text') console.log(lines.length === 1 ? '1 breach.' : `${lines.length} breaches.`)
      })
    })
}

type Line = ReturnType<typeof lineOf>

function lineOf(breach: Breach, now: Instant) {
  const words = (key: 'status' | 'commissionerDecision' | 'peopleDecision') =>
    textOf(BREACH_FIELDS[key], breach[key], () => undefined)
  return {
    reference: breach.reference,
    what: breach.name,
    clock: clockOf(breach, now),
    commissioner: words('commissionerDecision') || 'Not decided yet',
    people: words('peopleDecision') || 'Not decided yet',
    state: words('status') || 'Not known yet',
  }
}

/** "Tell the Commissioner: 41 hours 12 minutes left". */
function clockOf(breach: Breach, now: Instant): string {
  const { title, big } = countdownOf(breach, now)
  return title === big ? title : `${title}: ${big}`
}

function textLines({ reference, what, clock, commissioner, people, state }: Line): readonly string[] {
  return [
    `${reference}  ${what}`,
    `    ${state}. ${clock}.`,
    `    Decided about the Commissioner: ${commissioner}. About the people: ${people}.`,
  ]
}

type ShowOptions = { register: string; id: string; format: 'text' | 'json'; asAt?: PlainDate }

function addShow(breach: Command): void {
  breach
    .command('show')
    .description('one breach: the three times, the clock, what the answers point to, decisions')
    .requiredOption(...REGISTER)
    .requiredOption('--id <id>', 'its reference, for example BR-0001, or its id')
    .addOption(
      breach.createOption('--format <format>', 'how to show it').choices(['text', 'json']).default('text'),
    )
    .option('--as-at <date>', 'as it stood at the end of this day (YYYY-MM-DD)', dayOf)
    .action(async ({ register, id, format, asAt }: ShowOptions) => {
      await withRegister(register, async (call, engine) => {
        const found = await findBreach(call, id, asAt)
        if (format === 'json') console.log(JSON.stringify(found, null, 2))
        else for (const line of breachLines(found, engine.now())) console.log(line)
      })
    })
}
