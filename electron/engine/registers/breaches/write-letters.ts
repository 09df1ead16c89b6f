import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mailMergeRows, type WrittenLetter } from '#shared/registers/breaches/letters/mail-merge.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import { safeFileName } from '../../archive/file-names.ts'
import { shareFonts } from '../../pdf/shared-fonts.ts'
import { writeLetterPdf } from '../../pdf/write-letter.ts'
import { startPrintFile } from '../../pdf/write-print-file.ts'
import { BYTE_ORDER_MARK, csvRows } from '../../tables/csv.ts'
import { explained, flush } from '../../files/put-in-place.ts'
import { syncFolder } from '../../registerFile/durable.ts'
import type { TaskContext } from '../../rpc/context.ts'

/** A letter that is to be written, and to whom. */
type ToWrite = { readonly person: Recipient; readonly letter: Letter }

type LettersJob = {
  readonly letters: readonly ToWrite[]
  /** The folder the person chose; a new one is made in it. */
  readonly folder: string
  /** What the new folder is called; a number is added where one of that name is there. */
  readonly name: string
  readonly madeAt: Instant
}

/** How the temporary folders end. */
const PART = '.letters.part'
/** A folder that nobody has written to for so long has nobody who will finish it. */
const LEFT_AFTER_MS = 3_600_000
const PRINT_FILE = 'All letters to print.pdf'
const MERGE_FILE = 'Mail merge.csv'

/**
 * Writes letters into a new folder, which appears when everything in it is whole: when it fails or is stopped, nothing
 * is left. Gives the folder and the number of pages of the file to print.
 */
export async function writeLetterFiles(
  { letters, folder, name: wanted, madeAt }: LettersJob,
  step: TaskContext['step'],
): Promise<{ readonly path: string; readonly pages: number }> {
  // A reference number can be typed: it must not lead out of the folder.
  const name = safeFileName(wanted)
  const temporary = join(folder, `.${name}${PART}`)
  try {
    await rm(temporary, { force: true, recursive: true })
    await mkdir(temporary, { mode: 0o700 })
    await sweep(folder, temporary)
    const pages = await writeAll(letters, temporary, name, madeAt, step)
    await step(1, 1, 'Putting the folder in place')
    for (const file of await readdir(temporary)) await flush(join(temporary, file))
    await syncFolder(temporary)
    const path = await freePath(folder, name)
    await rename(temporary, path)
    await syncFolder(folder)
    return { path, pages }
  } catch (error) {
    // Windows keeps a file that is being closed for a moment.
    await rm(temporary, { force: true, recursive: true, maxRetries: 5, retryDelay: 100 }).catch(() => {})
    throw explained(error, join(folder, name))
  }
}

async function writeAll(
  letters: readonly ToWrite[],
  folder: string,
  title: string,
  madeAt: Instant,
  step: TaskContext['step'],
): Promise<number> {
  const print = startPrintFile(title, madeAt, join(folder, PRINT_FILE))
  const fonts = shareFonts()
  const written: WrittenLetter[] = []
  try {
    for (const { person, letter } of letters) {
      await step(written.length, letters.length, `Writing letter ${written.length + 1} of ${letters.length}`)
      const file = fileName(person, written.length + 1)
      await writeLetterPdf(letter, madeAt, join(folder, file), fonts)
      written.push({ person, letter, file, ...print.add(letter) })
    }
    const pages = await print.end()
    const rows = mailMergeRows(written)
    await writeFile(join(folder, MERGE_FILE), BYTE_ORDER_MARK + csvRows(rows), { mode: 0o600 })
    return pages
  } catch (error) {
    print.abandon()
    throw error
  }
}

/** Removes what a killed program left: such a folder holds letters. Its age is told by the one just made. */
async function sweep(folder: string, inHand: string): Promise<void> {
  const { mtimeMs: now } = await stat(inHand)
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (!name.startsWith('.') || !name.endsWith(PART) || path === inHand) continue
    const { mtimeMs } = await stat(path)
    if (now - mtimeMs > LEFT_AFTER_MS) await rm(path, { force: true, recursive: true })
  }
}

/** Names the file by the reference number: a name of a person never stands in a file's name. */
function fileName({ reference }: Recipient, place: number): string {
  return /^[A-Z]{1,4}-\d{1,9}$/u.test(reference) ? `${reference}.pdf` : `Letter ${place}.pdf`
}

/** A path in the folder that nothing has yet. */
async function freePath(folder: string, name: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${name} (${count})`)
    if (!(await stat(path).catch(() => null))) return path
  }
}
