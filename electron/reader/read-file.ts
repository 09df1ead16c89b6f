import type { Part, Reading } from '#shared/reading/reading.ts'
import { detect } from './detect.ts'
import { type Finding, type Given, NotRead, startFinding, type TakeUnlocked } from './finding.ts'
import { READERS } from './readers.ts'
import { unread } from './unread-types.ts'

/** Reads one file as far as it can be read. Never throws: a failure is an outcome with its reason. */
export async function readFile(
  given: Given,
  handOut: (part: Part) => Promise<void>,
  takeUnlocked?: TakeUnlocked,
): Promise<Reading> {
  const type = await detect(given)
  const finding = startFinding(type, handOut, takeUnlocked)
  try {
    await readAs(type, given, finding)
    return finding.end()
  } catch (error) {
    if (error instanceof NotRead) return finding.end(error)
    // What a parser says may quote the file, so only its kind is told.
    return finding.end(
      new NotRead(
        'The file is damaged, or made in a way that this program does not know.',
        'Try to open it with the program it was made with, and save or print it as PDF.',
      ),
    )
  }
}

async function readAs(type: string, given: Given, finding: Finding): Promise<void> {
  if (given.bytes.length === 0)
    throw new NotRead('The file is empty.', 'Ask whoever sent it for the file again.')
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined
  if (!reader) {
    const { reason, wayOut } = unread(type)
    throw new NotRead(reason, wayOut)
  }
  await reader(given, finding)
}
