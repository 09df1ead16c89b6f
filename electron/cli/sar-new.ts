import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { AppError } from '#shared/errors.ts'
import { visible } from '#shared/shown.ts'
import { RIGHTS_HANDLED } from '#shared/law/request-words.ts'
import type { RequestKindCode } from '#shared/law/request-clocks.ts'
import { draftOf, fieldsOfDraft, type RequestDraft } from '#shared/registers/requests/intake/draft.ts'
import type { MessageReading } from '#shared/registers/requests/intake/message-reading.ts'
import { titleOnDay } from '#shared/registers/requests/intake/title.ts'
import { REQUEST_FIELDS } from '#shared/registers/requests/request.fields.ts'
import type { Field } from '#shared/described/field.ts'
import { textOf } from '#shared/described/words.ts'
import { type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import { dayOf } from './export.ts'
import { withRegister } from './with-register.ts'

type Options = {
  register: string
  from: string
  right?: RequestKindCode
  received?: PlainDate
  yes: boolean
  format: 'text' | 'json'
}

/** `dpo sar new`: reads a message, says what it understood with the words it rests on, and makes the request. */
export function addSarNew(sar: Command): void {
  sar
    .command('new')
    .description(
      'read a message (.eml, .msg, .txt …), print what it seems to say with the words it rests on, and with --yes make the request',
    )
    .requiredOption('--register <folder>', 'the register, a folder that ends in .dpo')
    .requiredOption('--from <file>', 'the message')
    .option('--right <code>', `which right is used, instead of what was read: ${CODES.join(', ')}`, rightOf)
    .option('--received <date>', 'the day it reached anyone in the organisation (YYYY-MM-DD)', dayOf)
    .option('--yes', 'make the request; without it nothing is recorded', false)
    .addOption(
      sar.createOption('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action(async ({ register, from, right, received, yes, format }: Options) => {
      await withRegister(register, async (call, engine) => {
        const reading = await call('requests.readMessage', { path: resolve(from) })
        const read = draftOf(reading, ukDayOf(engine.now()))
        const draft: RequestDraft = {
          ...read,
          ...(right && { right, alsoAsks: read.alsoAsks.filter((one) => one !== right) }),
          ...(received && {
            receivedOn: received,
            name: titleOnDay(read.name, read.receivedOn, received),
          }),
        }
        if (yes && draft.receivedOn === null)
          throw new AppError(
            'invalid',
            'The message does not say when it came. Give the day with --received YYYY-MM-DD.',
          )
        const made = yes
          ? await call('requests.takeIn', { name: draft.name, fields: fieldsOfDraft(draft) })
          : null
        const { proposals, missing, notes } = reading
        if (format === 'json')
          console.log(
            JSON.stringify({ request: made, title: draft.name, draft, proposals, missing, notes }, null, 2),
          )
        else for (const line of linesOf(reading, draft)) console.log(visible(line))
        if (format === 'text')
          console.log(
            made ? `Made ${made.reference}.` : 'Nothing was recorded: add --yes to make the request.',
          )
      })
    })
}

const CODES = RIGHTS_HANDLED.map(({ code }) => code)

function rightOf(typed: string): RequestKindCode {
  const wanted = typed.trim().toUpperCase()
  const right = CODES.find((code) => code === wanted || code === `R-${wanted}`)
  if (!right) throw new InvalidArgumentError(`There are: ${CODES.join(', ')}.`)
  return right
}

function linesOf({ proposals, missing, notes, cut }: MessageReading, draft: RequestDraft): readonly string[] {
  return [
    draft.name,
    ...(cut ? ['The message is very long: only its beginning was looked through.'] : []),
    'What the message seems to say',
    ...proposals.flatMap(({ field, value, quote, why, isSure }) => [
      `  ${labelOf(field)}: ${wordsOf(field, value)}${isSure ? '' : ' (to be checked)'}`,
      `    “${quote.replaceAll(/\s+/gu, ' ').slice(0, 200)}” ${why}`,
    ]),
    ...(missing.length > 0 ? ['What is missing'] : []),
    ...missing.map(({ what, effect, citation }) => `  ${what}. ${effect} (${citation})`),
    ...notes.map(({ text }) => `Note: ${text}`),
  ]
}

const fieldOf = (key: string): Field | undefined => (REQUEST_FIELDS as Readonly<Record<string, Field>>)[key]

const labelOf = (key: string) => fieldOf(key)?.label ?? 'Organisation'

function wordsOf(key: string, value: string | number): string {
  const field = fieldOf(key)
  if (!field || field.kind === 'terms') return String(value)
  const shown = field.kind === 'choices' || field.kind === 'lines' ? [value] : value
  return textOf(field, shown, () => undefined)
}
