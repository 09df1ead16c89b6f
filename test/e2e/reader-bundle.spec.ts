import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startReaderProcess } from '#engine/reading/reader-process.ts'
import { samples } from '#test/reading/samples.ts'

const OUT = join(import.meta.dirname, '..', '..', 'out', 'main')

// The reader as it is packaged: bundled, with the libraries that stay outside of it.
test('the packaged reader reads files of each kind', async () => {
  const reader = startReaderProcess({ entry: join(OUT, 'reader.cjs') })
  try {
    for (const [name, bytes] of await samples()) {
      let inside = 0
      const reading = await reader.read({ name, bytes: [bytes] }, () => Promise.resolve(void (inside += 1)))
      expect(reading.outcome, name).toBe('read')
      expect(inside, name).toBe(name === 'a.zip' ? 8 : name === 'a.eml' ? 1 : 0)
      if (name !== 'a.zip') expect(reading.texts.map(({ text }) => text).join(), name).toMatch(/words|1/iu)
    }
  } finally {
    await reader.close()
  }
})

test('neither the shell nor the engine loads it', async () => {
  for (const name of ['index.cjs', 'engine.cjs'])
    expect(await readFile(join(OUT, name), 'utf8'), name).not.toMatch(/require\("(?:\.\/reader|@embedpdf)/u)
})
