import { readFileSync, writeFileSync } from 'node:fs'
import { startPapers } from '#engine/cases/start-papers.ts'
import { startReaderProcess } from '#engine/reading/reader-process.ts'

const [pdf, result] = process.argv.slice(-2) as [string, string]

// An engine in a utility process: it may start no process itself, and has main start its readers. What it found goes
// into a file: a line on stdout can be lost when the process ends before main has read it.
void work()
  .catch((error: unknown) => ({ error: String(error) }))
  .then((done) => {
    writeFileSync(result, JSON.stringify(done))
    process.exit(0)
  })

async function work() {
  const bytes = readFileSync(pdf)
  const reader = startReaderProcess({ entry: '' })
  const reading = await reader.read({ name: 'a.pdf', bytes: [bytes] }, () => Promise.resolve())
  await reader.close()
  const papers = startPapers({ entry: '', time: 20_000 })
  const paper = await papers.open('one', () => bytes)
  const page = await paper.read(1)
  const drawn = await paper.draw(1, 900)
  const recognised = await papers.recognise(drawn.png)
  const refused = await papers.open('two', () => Buffer.from('%PDF-1.4 nothing')).catch(String)
  const again = await paper.read(1)
  await papers.close()
  const hasty = startPapers({ entry: '', time: 100 })
  const large = await hasty.open('one', () => bytes)
  const slow = await large.draw(1, 6000).catch(String)
  await hasty.close()
  return {
    node: process.versions.node,
    outcome: reading.outcome,
    text: page.text,
    words: page.words.length,
    png: Buffer.from(drawn.png).subarray(1, 4).toString(),
    recognised: recognised.text,
    refused,
    slow,
    isSame: again.text === page.text,
  }
}
