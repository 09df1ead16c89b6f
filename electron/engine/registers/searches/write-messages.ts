import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type HolderMessage, textOfMessage } from '#shared/registers/searches/holder-message.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { distinctFileNames, safeFileName } from '../../archive/file-names.ts'
import { explained, flush } from '../../files/put-in-place.ts'
import { writeEml } from '../../messages/eml.ts'
import { syncFolder } from '../../registerFile/durable.ts'
import type { TaskContext } from '../../rpc/context.ts'
import { messageDocx } from './message-docx.ts'
import { searchCalendar } from './search-calendar.ts'

type Job = {
  readonly messages: readonly HolderMessage[]
  readonly answerBy: PlainDate
  /** The address the mails come from, or nothing. */
  readonly from: string
  /** The folder the person chose; a new one is made in it. */
  readonly folder: string
  readonly name: string
  readonly madeAt: Instant
}

/** How the temporary folder ends. */
const PART = '.searches.part'
const CALENDAR = 'Answers due.ics'

/**
 * Writes drafts into a new folder, which appears when everything in it is whole: when it fails or is stopped, nothing
 * is left.
 */
export async function writeMessages(job: Job, step: TaskContext['step']) {
  const name = safeFileName(job.name)
  const temporary = join(job.folder, `.${name}${PART}`)
  try {
    await rm(temporary, { force: true, recursive: true })
    await mkdir(temporary, { mode: 0o700 })
    const files = await writeAll(job, temporary, step)
    await step(1, 1, 'Putting the folder in place')
    for (const file of await readdir(temporary)) await flush(join(temporary, file))
    await syncFolder(temporary)
    const path = await freePath(job.folder, name)
    await rename(temporary, path)
    await syncFolder(job.folder)
    return { folder: path, files }
  } catch (error) {
    // Windows keeps a file that is being closed for a moment.
    await rm(temporary, { force: true, recursive: true, maxRetries: 5, retryDelay: 100 }).catch(() => {})
    throw explained(error, join(job.folder, name))
  }
}

async function writeAll(
  { messages, answerBy, from, madeAt }: Job,
  folder: string,
  step: TaskContext['step'],
): Promise<string[]> {
  const stems = distinctFileNames(messages.map(({ holder }, index) => holder || `Holder ${index + 1}`))
  const files: string[] = []
  const put = async (file: string, bytes: Uint8Array | string) => {
    await writeFile(join(folder, file), bytes, { mode: 0o600 })
    files.push(file)
  }
  for (const [index, message] of messages.entries()) {
    await step(index, messages.length, `Writing draft ${index + 1} of ${messages.length}`)
    const { subject, holder, email } = message
    const mail = { from, toName: holder, to: email, subject, text: textOfMessage(message), madeAt }
    await put(`${stems[index]}.eml`, writeEml(mail))
    await put(`${stems[index]}.docx`, await messageDocx(message))
  }
  await put(CALENDAR, searchCalendar(messages, answerBy, madeAt))
  return files
}

/** A path in the folder that nothing has yet. */
async function freePath(folder: string, name: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${name} (${count})`)
    if (!(await stat(path).catch(() => null))) return path
  }
}
