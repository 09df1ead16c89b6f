import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readerEntry } from '#engine/reading/reader-entry.ts'
import { type ReaderOptions, startReaderProcess } from '#engine/reading/reader-process.ts'
import { type ReadInTree, readTree } from '#engine/reading/read-tree.ts'

/** Where real files of every kind stand, beside the project; tests that read them skip where they are not. */
export const CORPORA = join(import.meta.dirname, '../../../shared/corpora')

/**
 * A reader whose process first runs `before` and then the real reader. Files are read by `read` with all that is in
 * them; it ends when the test does.
 */
export function startTestReader(options: Partial<ReaderOptions> & { readonly before?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dpo-reader-'))
  const entry = join(folder, 'entry.mjs')
  writeFileSync(entry, `${options.before ?? ''}\nawait import(${JSON.stringify(readerEntry())})\n`)
  const reader = startReaderProcess({ ...options, entry })

  return {
    reader,
    async read(name: string, bytes: Uint8Array | string, password: string | null = null) {
      const found: ReadInTree[] = []
      for await (const one of readTree(reader, { name, bytes: [Buffer.from(bytes)], password }))
        found.push(one)
      return found
    },
    async [Symbol.asyncDispose]() {
      await reader.close()
      rmSync(folder, { recursive: true })
    },
  }
}
