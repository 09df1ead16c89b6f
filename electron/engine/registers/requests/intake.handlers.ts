import { createReadStream } from 'node:fs'
import { AppError } from '#shared/errors.ts'
import type { intakeProcedures } from '#shared/registers/requests/intake/intake.contract.ts'
import { readMessage } from '#shared/registers/requests/intake/read-message.ts'
import { requests } from '#shared/registers/requests/request.register.ts'
import { kindOf } from '../../described/kind-of.ts'
import { nextInSeries } from '../../described/next-in-series.ts'
import { readerEntry } from '../../reading/reader-entry.ts'
import { startReaderProcess } from '../../reading/reader-process.ts'
import { readLookups } from '../../records/lookups.ts'
import type { HandlersFor, TaskContext } from '../../rpc/context.ts'
import { lengthOfFile, nameOfFile } from '../../files/read-file.ts'
import { readInput } from '../../described/record-body.ts'

export const intakeHandlers: HandlersFor<typeof intakeProcedures> = {
  'requests.readMessage': async (ctx, input) => {
    const { text, attachments } =
      'text' in input ? { text: input.text, attachments: 0 } : await textOfFile(ctx, input.path)
    const { organisations, terms } = await readLookups(await ctx.readDb(null), ctx.today)
    const world = { organisations: [...organisations.values()], terms: [...terms.values()] }
    return { ...readMessage(text, world), attachments }
  },

  'requests.takeIn': async ({ db, ledger, newId }, { name, fields }) => {
    const id = newId()
    const reference = await nextInSeries(db, 'requests')
    const record = readInput('requests', { ...requests.blank(id, name), ...fields, id, name, reference })
    await ledger.put(kindOf('requests'), record)
    return { id, reference }
  },
}

/** What a file says, read by a process of its own that can do nothing else. */
async function textOfFile(ctx: TaskContext, path: string): Promise<{ text: string; attachments: number }> {
  ctx.mayRead(path)
  const size = await lengthOfFile(path)
  const name = nameOfFile(path)
  const reader = startReaderProcess({ entry: readerEntry() })
  try {
    await ctx.step(0, 1, `Reading “${name}”`)
    // The files that came with it are counted by the reader and left alone: they belong to the documents of the case.
    const reading = await reader.read({ name, bytes: createReadStream(path), size }, () => Promise.resolve())
    const text = reading.texts.map((page) => page.text).join('\n\n')
    if (text.trim() === '')
      throw new AppError(
        'rule',
        `“${name}” could not be read as a message. ${reading.reason} ${reading.wayOut || 'Open it and paste its text.'}`.replaceAll(
          /\s+/gu,
          ' ',
        ),
      )
    return { text, attachments: reading.attachments }
  } finally {
    await reader.close()
  }
}
