import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readerEntry } from '#engine/reading/reader-entry.ts'
import { type ReaderProcess, startReaderProcess } from '#engine/reading/reader-process.ts'

const readers: ReaderProcess[] = []
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close()
})

/** A reader that misbehaves when the file says so; else it reads like the real one. */
async function misbehaving(limits: { time?: number; memory?: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'reader-'))
  const entry = join(folder, 'entry.mjs')
  await writeFile(
    entry,
    `import ${JSON.stringify(readerEntry())}
process.on('message', ({ say, name }) => {
  if (say !== 'read') return
  if (name === 'loops') for (;;);
  if (name === 'dies') process.kill(process.pid, 'SIGKILL')
  if (name === 'fills') { const heap = []; for (;;) heap.push(Buffer.alloc(20_000_000, 1)) }
})`,
  )
  const reader = startReaderProcess({ entry, ...limits })
  readers.push({ ...reader, close: async () => (await reader.close(), rm(folder, { recursive: true })) })
  return reader
}

const file = (name: string) => ({ name, bytes: [Buffer.from('words')] })
const noParts = () => Promise.resolve()

describe('the process that reads', () => {
  test.each([
    ['loops', /longer than 1 seconds/u],
    ['dies', /break down/u],
    ['fills', /memory/u],
  ])('a file that %s is reported, and the next one is read', { timeout: 30_000 }, async (name, reason) => {
    const reader = await misbehaving({ time: 1000, memory: 400_000_000 })
    const stopped = await reader.read(file(name), noParts)
    expect(stopped).toMatchObject({ outcome: 'not-read' })
    expect(stopped.reason).toMatch(name === 'fills' ? /memory|break down|longer/u : reason)
    expect(stopped.wayOut).not.toBe('')
    expect(await reader.read(file('next.txt'), noParts)).toMatchObject({
      outcome: 'read',
      texts: [{ text: 'words' }],
    })
  })

  test('has no environment and is told no path', async () => {
    const reader = startReaderProcess({ entry: readerEntry() })
    readers.push(reader)
    const reading = await reader.read(file('C:\\\\Users\\\\somebody\\\\a.txt'), noParts)
    expect(reading.outcome).toBe('read')
  })
})
