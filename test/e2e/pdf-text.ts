import { execFileSync } from 'node:child_process'

/** What a PDF says, line by line, once it is known to be whole; null where the tools that read it are missing. */
export function pdfText(path: string): string | null {
  try {
    execFileSync('qpdf', ['--check', path], { stdio: 'pipe' })
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
