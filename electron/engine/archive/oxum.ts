import type { Problem } from './bag-source.ts'
import { type Hashes, readOxum } from './tag-files.ts'
import { reasonOf } from './verification-report.ts'

/** Whether `bag-info.txt` promises a number of bytes and files that can be read. */
export function isOxumPromised(infoText: string | null): boolean {
  try {
    return infoText !== null && readOxum(infoText) !== null
  } catch {
    return false
  }
}

/** Where the payload has another number of bytes or files than is promised. @source RFC 8493 section 2.2.2 */
export function oxumProblems(infoText: string | null, hashes: Hashes): readonly Problem[] {
  try {
    const promised = infoText === null ? null : readOxum(infoText)
    if (!promised) return []
    const payload = [...hashes].filter(([name]) => name.startsWith('data/'))
    const bytes = payload.reduce((sum, [, file]) => sum + file.bytes, 0)
    if (bytes === promised.bytes && payload.length === promised.files) return []
    const detail = `Promises ${promised.bytes} bytes in ${promised.files} files; there are ${bytes} in ${payload.length}.`
    return [{ about: 'bag-info.txt', detail }]
  } catch (error) {
    return [{ about: 'bag-info.txt', detail: reasonOf(error) }]
  }
}
