import { Temporal } from 'temporal-polyfill'
import { type Command, Option } from 'commander'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { breachClock } from '#shared/law/clocks/breach.ts'
import { type Clock, derivationText } from '#shared/law/clocks/clock.ts'
import { complaintClock } from '#shared/law/clocks/complaint.ts'
import { REQUEST_RIGHTS, type RequestRight } from '#shared/law/clocks/rights-request-facts.ts'
import { rightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { RIGHTS } from '#shared/law/rights.ts'
import { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const KINDS = ['rights-request', 'breach', 'complaint'] as const
type Kind = (typeof KINDS)[number]

/** `dpo clock KIND JSON`: a date that the law sets, from facts given in JSON; no register is opened. */
export function addClockCommand(program: Command): void {
  program
    .command('clock')
    .description('work out a legal time limit: facts in as JSON, the date and how it comes about out as JSON')
    .addArgument(program.createArgument('<kind>', 'whose time limit').choices(KINDS))
    .argument('<json>', 'the facts, for example {"received":"2026-11-22"}')
    .addOption(
      new Option('--nation <nation>', 'whose bank holidays count; hours of a breach need none').choices(
        Nation.options,
      ),
    )
    .action((kind: Kind, json: string, { nation }: { nation?: Nation }, command: Command) => {
      console.log(JSON.stringify(clockAnswer(kind, json, () => nation ?? withoutNation(command))))
    })
}

/**
 * The answer of `dpo clock` as plain data; `invalid`, with a sentence for each fault, when the facts cannot be read.
 * The nation is asked for only where bank holidays count.
 */
export function clockAnswer(kind: Kind, json: string, nation: () => Nation): object {
  switch (kind) {
    case 'rights-request': {
      const { right, pauses, ...facts } = parsed(RequestInput, json)
      const questions = pauses.map(([asked, answered]) => ({ asked, answered }))
      return answerOf(
        rightsRequestClock(
          { ...facts, right: rightCalled(right ?? 'R-ACCESS'), pauses: questions },
          nation(),
        ),
      )
    }
    case 'complaint':
      return answerOf(complaintClock(parsed(ComplaintInput, json), nation()))
    case 'breach': {
      const { awareAt } = parsed(BreachInput, json)
      const aware = Temporal.Instant.from(awareAt).toString({ smallestUnit: 'millisecond' })
      const clock = breachClock({ awareAt: Instant.parse(aware) })
      return { ...answerOf(clock), due: asPreciselyAs(awareAt, clock.due) }
    }
  }
}

function withoutNation(command: Command): never {
  command.error(`error: --nation is needed to know the bank holidays: ${Nation.options.join(', ')}`)
}

const Day = PlainDate.nullish()

const Pause = z
  .tuple([PlainDate, PlainDate.nullable()], {
    error: 'A pause is written ["2026-11-06", "2026-11-16"], or ["2026-11-06", null] while no answer came',
  })
  .refine(([asked, answered]) => answered === null || answered >= asked, {
    error: 'The answer cannot come before the question',
  })

const RequestInput = z.strictObject({
  right: z.string().optional(),
  received: PlainDate,
  identityAsked: Day,
  identityReceived: Day,
  feeAsked: Day,
  feePaid: Day,
  pauses: z.array(Pause).default([]),
  extended: z.boolean().default(false),
  extensionNoticeOn: Day,
  closedOn: Day,
})

const ComplaintInput = z.strictObject({ received: PlainDate, acknowledgedOn: Day })

const BreachInput = z.strictObject({
  awareAt: z.iso.datetime({
    offset: true,
    error: 'A moment is written like 2026-11-20T16:40:00Z',
  }),
})

function answerOf(clock: Clock): object {
  const { due, pausedSince, waiting, warnings } = clock
  const date =
    due !== null ? { due } : pausedSince !== null ? { pausedSince } : { due: null, waitingFor: waiting?.for }
  return {
    ...date,
    derivation: derivationText(clock),
    ...(warnings.length === 0 ? {} : { warnings: warnings.map(({ words }) => words) }),
  }
}

/** A moment given to the second comes back to the second. */
function asPreciselyAs(given: string, due: Instant | null): string | null {
  return due === null || given.includes('.') ? due : due.replace('.000Z', 'Z')
}

/** A right by its code, or by its name as people say it: "R-ERASE", "erasure". */
function rightCalled(name: string): RequestRight {
  const wanted = name.trim().toLowerCase()
  const right = REQUEST_RIGHTS.find((code) => namesOf(code).includes(wanted))
  if (right) return right
  throw new AppError(
    'invalid',
    `“${name}” is no right that is asked for by a dated request. There are: ${REQUEST_RIGHTS.map((code) => `${code} (${namesOf(code)[1]})`).join(', ')}.`,
  )
}

function namesOf(code: RequestRight): readonly string[] {
  const label = RIGHTS.find((right) => right.code === code)!.label.toLowerCase()
  return [code.toLowerCase(), ...SHORT_NAMES[code], label]
}

const SHORT_NAMES: Readonly<Record<RequestRight, readonly [string, ...string[]]>> = {
  'R-ACCESS': ['access', 'sar', 'dsar'],
  'R-RECT': ['rectification'],
  'R-ERASE': ['erasure'],
  'R-RESTRICT': ['restriction'],
  'R-PORT': ['portability'],
  'R-OBJECT': ['objection', 'object'],
  'R-MKT': ['direct marketing', 'marketing'],
  'R-ADM': ['automated decisions', 'automated decision'],
}

function parsed<Output>(schema: z.ZodType<Output>, json: string): Output {
  const result = schema.safeParse(jsonOf(json))
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `There is no field called “${issue.keys.join('”, “')}” here`
      : [...issue.path, issue.message].join(': '),
  )
  throw new AppError('invalid', `${problems.join('; ')}.`)
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new AppError('invalid', 'The facts are not valid JSON.', { cause: error })
  }
}
