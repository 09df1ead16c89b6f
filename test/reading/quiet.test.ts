import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CORPORA, startTestReader } from './reading-tests.ts'

/** Every way out of the process fails and is noted; a file named "report" answers with what was noted. */
const LISTENING = `
import dns from 'node:dns'
import net from 'node:net'
import dgram from 'node:dgram'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
const noted = []
const note = (what) => (...args) => { noted.push(what); throw new Error(what) }
net.Socket.prototype.connect = note('connect')
net.connect = net.createConnection = note('connect')
dgram.createSocket = note('datagram')
dns.lookup = dns.resolve = dns.promises.lookup = dns.promises.resolve = note('dns')
http.request = http.get = https.request = https.get = note('http')
globalThis.fetch = async () => note('fetch')()
syncBuiltinESMExports()
process.on('message', async ({ say, name }) => {
  if (say !== 'read' || !name.startsWith('report')) return
  if (name === 'report after a try') {
    try { http.get('http://127.0.0.1:9/') } catch {}
    await fetch('http://127.0.0.1:9/').catch(() => {})
    try { new net.Socket().connect(9) } catch {}
  }
  process.send({ say: 'found', reading: { outcome: 'read', reason: noted.join(), wayOut: '', type: 'txt', pages: null, texts: [], hidden: [], facts: [], attachments: 0 } })
})`

const REPORT_MEMORY = `
process.on('message', ({ say, name }) => {
  if (say !== 'read' || name !== 'report') return
  globalThis.gc?.()
  process.send({ say: 'found', reading: { outcome: 'read', reason: String(process.memoryUsage().rss), wayOut: '', type: 'txt', pages: null, texts: [], hidden: [], facts: [], attachments: 0 } })
})`

const WRITES = `
import { writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
const refused = []
for (const [what, attempt] of [['write', () => writeFileSync('written.txt', '')], ['start', () => spawnSync('ls')]])
  try { attempt() } catch (error) { refused.push(what + ' ' + error.code) }
process.on('message', ({ say }) => {
  if (say === 'read') process.send({ say: 'found', reading: { outcome: 'read', reason: refused.join(), wayOut: '', type: 'txt', pages: null, texts: [], hidden: [], facts: [], attachments: 0 } })
})`

const PAGE = `<html><head><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/a.css"></head>
<body onload="fetch('http://127.0.0.1:9/')"><p>Words</p><img src="http://127.0.0.1:9/1.gif"><script>fetch('http://127.0.0.1:9/')</script></body></html>`
const XXE = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/">]>
<svg xmlns="http://www.w3.org/2000/svg"><text>&x;&y;</text><image href="http://127.0.0.1:9/1.png"/></svg>`

describe('the reader', () => {
  test('asks nothing of the network, whatever a file names', async () => {
    await using test = startTestReader({ before: LISTENING })
    const [page] = await test.read('page.html', PAGE)
    expect(page!.reading.texts[0]!.text).toBe('Words')
    for (const [name, bytes] of hostile()) await test.read(name, bytes)
    const found = await test.read('page.svg', XXE)
    expect(JSON.stringify(found)).not.toContain('root:')
    const [report] = await test.read('report', 'x')
    expect(report!.reading.reason).toBe('')
  })

  test('would be noticed if it did', async () => {
    await using test = startTestReader({ before: LISTENING })
    const [report] = await test.read('report after a try', 'x')
    expect(report!.reading.reason).toBe('http,fetch,connect')
  })

  test('can neither write a file nor start a program', async () => {
    await using test = startTestReader({ before: WRITES })
    const [own] = await test.read('a.txt', 'words')
    expect(own!.reading.reason).toBe('write ERR_ACCESS_DENIED,start ERR_ACCESS_DENIED')
  })

  test('stays the same size over two thousand files', { timeout: 120_000 }, async () => {
    await using test = startTestReader({ before: REPORT_MEMORY })
    const memory = async () => Number((await test.read('report', 'x'))[0]!.reading.reason)
    const files = await small()
    const readAll = async (times: number) => {
      for (let time = 0; time < times; time++) for (const [name, bytes] of files) await test.read(name, bytes)
    }
    await readAll(Math.ceil(500 / files.length))
    const before = await memory()
    await readAll(Math.ceil(2000 / files.length))
    expect((await memory()) - before).toBeLessThan(100_000_000)
  })
})

/** Files that name something elsewhere, where the corpora are. */
function hostile(): ReadonlyArray<readonly [string, Buffer]> {
  const names = [
    'archives/hostile/tracking.html',
    'archives/hostile/xxe.svg',
    'visible/files/poi__ExternalEntityInText.docx',
    'visible/files/poi__xxe_in_schema.xlsx',
    'visible/files/tika__testExternalRefs.docx',
    'visible/files/tika__testDdeLink.xlsx',
    'visible/files/mp__spam.eml',
    'visible/files/tika__testMHTMLFirefox.mhtml',
    'visible/files/tika__testPDF_jsActionOnPage.pdf',
  ].map((name) => join(CORPORA, name))
  return names.filter((name) => existsSync(name)).map((name) => [name.split('/').at(-1)!, readFileSync(name)])
}

async function small(): Promise<ReadonlyArray<readonly [string, Buffer]>> {
  const { samples } = await import('./samples.ts')
  return samples()
}
