import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import { startPapers } from '#engine/cases/start-papers.ts'
import { startReaderProcess } from '#engine/reading/reader-process.ts'
import { pdfOf, samples } from '#test/reading/samples.ts'

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

test('the packaged reader reads, draws and recognises pages', async () => {
  const papers = startPapers({ entry: join(OUT, 'reader.cjs') })
  try {
    const bytes = await pdfOf(1)
    const paper = await papers.open('a', () => bytes)
    expect((await paper.read(1)).text).toContain('Page 1, line 19')
    expect((await papers.recognise((await paper.draw(1, 1200)).png)).text).toContain('a letter about a child')
  } finally {
    await papers.close()
  }
})

// In the packaged program the engine is a utility process, which may start no other: main does. Tried in the Electron
// that is there, with a small engine that needs no database.
test('an engine in a utility process has main start its readers', async () => {
  const folder = test.info().outputPath()
  for (const name of ['main', 'engine']) await bundle(name, folder)
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'hosting', version: '0.0.0', main: 'main.cjs' }),
  )
  await writeFile(join(folder, 'a.pdf'), await pdfOf(1))
  const isRoot = process.getuid?.() === 0
  const args = [folder, ...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu']
  const result = join(folder, 'result.json')
  const { stdout, stderr } = await promisify(execFile)(
    process.env['DPO_ELECTRON']!,
    [...args, OUT, join(folder, 'a.pdf'), result],
    { timeout: 60_000, killSignal: 'SIGKILL' },
  )
  const told = await readFile(result, 'utf8').catch(() => `{ "said": ${JSON.stringify(stdout + stderr)} }`)
  expect(JSON.parse(told)).toMatchObject({
    outcome: 'read',
    text: expect.stringContaining('Page 1, line 19: words of a letter about a child.'),
    png: 'PNG',
    recognised: expect.stringContaining('a letter about a child'),
    refused: expect.stringContaining('damaged'),
    slow: expect.stringContaining('took longer'),
    isSame: true,
  })
})

function bundle(name: string, outDir: string): Promise<unknown> {
  return build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'hosting', `${name}.ts`),
      outDir,
      emptyOutDir: false,
      target: 'node18',
      rollupOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  })
}

test('neither the shell nor the engine loads it', async () => {
  for (const name of ['index.cjs', 'engine.cjs'])
    expect(await readFile(join(OUT, name), 'utf8'), name).not.toMatch(/require\("(?:\.\/reader|@embedpdf)/u)
})
