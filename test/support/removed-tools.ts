import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const MOST = 512 * 1024 * 1024

/** What a tool of somebody else’s sees in a file, as text; null where the tool is not there. */
type Look = { readonly tool: string; readonly look: (file: string) => Promise<string | null> }

/** Everything that reads a PDF without any of our code; one that is not installed is passed by. */
export const PDF_TOOLS: readonly Look[] = [
  { tool: 'pdftotext', look: (file) => said('pdftotext', ['-enc', 'UTF-8', file, '-']) },
  { tool: 'mutool', look: (file) => said('mutool', ['draw', '-F', 'txt', file]) },
  {
    tool: 'qpdf',
    look: (file) =>
      said('qpdf', ['--qdf', '--object-streams=disable', '--preserve-unreferenced', file, '-'], 'latin1'),
  },
  { tool: 'pdfdetach', look: (file) => said('pdfdetach', ['-list', file]) },
  { tool: 'exiftool', look: (file) => said('exiftool', ['-a', '-G', '-s', '-b', file], 'latin1') },
]

/** What reads a workbook: everything it holds, unpacked. */
export const WORKBOOK_TOOLS: readonly Look[] = [{ tool: 'unzip', look: unpacked }]

async function said(
  command: string,
  words: readonly string[],
  encoding: BufferEncoding = 'utf8',
): Promise<string | null> {
  try {
    const { stdout } = await run(command, [...words], { maxBuffer: MOST, encoding: 'buffer' })
    return stdout.toString(encoding)
  } catch (error) {
    if (isMissing(error)) return null
    // Tools end with a number of their own when they have something to remark; what they saw counts.
    const { stdout } = error as { stdout?: Buffer }
    if (stdout) return stdout.toString(encoding)
    throw error
  }
}

async function unpacked(file: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-unpacked-'))
  try {
    await run('unzip', ['-qq', '-o', file, '-d', folder])
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const texts = entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => `${name}\n${await readFile(join(parentPath, name), 'utf8')}`)
    return (await Promise.all(texts)).join('\n')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
