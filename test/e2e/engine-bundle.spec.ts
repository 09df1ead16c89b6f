import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Reply } from '#shared/rpc/wire.ts'
import { expect, NOW, PASSPHRASE, test } from './fixtures.ts'

// The engine as it is packaged: bundled, and started as an Electron utility process. Its host is played here by
// Node 24, which the supported Electron carries, so that the bundle is tried even where that Electron is missing.
const PROJECT = join(import.meta.dirname, '..', '..')
const HOST = `
const { EventEmitter } = require('node:events')
const port = new EventEmitter()
Object.assign(port, { start() {}, postMessage: (message) => process.send(message) })
process.parentPort = new EventEmitter()
require(${JSON.stringify(join(PROJECT, 'out', 'main', 'engine.cjs'))})
process.parentPort.emit('message', { data: { line: 'open' }, ports: [port] })
process.on('message', (data) => {
  if ('control' in data) process.parentPort.emit('message', { data, ports: [] })
  else port.emit('message', { data })
})
`

test.use({ register: 'sample' })

test('the packaged engine opens a register it was granted, and no other, and hands out its record', async ({
  home,
  registerPath,
}) => {
  await writeFile(join(home, 'host.cjs'), HOST)
  const options = { home: join(home, 'profile'), windowed: true }
  const child = fork(join(home, 'host.cjs'), [JSON.stringify(options)], {
    env: { ...process.env, DPO_NOW: NOW },
  })
  const open = (id: number) =>
    ask(child, { id, procedure: 'registerFile.open', input: { path: registerPath, passphrase: PASSPHRASE } })

  expect(await open(1)).toMatchObject({ ok: false, error: { code: 'rule' } })
  child.send({ control: 'grant', path: registerPath })
  expect(await open(2)).toMatchObject({ ok: true, value: { state: 'open', path: registerPath } })
  child.send({ control: 'grant', path: home })
  for (const [index, format] of (['pdf', 'xlsx', 'csv', 'json', 'archive'] as const).entries()) {
    const input = {
      format,
      to: join(home, `record.${format}`),
      organisationId: null,
      target: null,
      asAt: null,
    }
    const written = await ask(child, { id: 10 + index, procedure: 'reports.writeRecord', input })
    expect(written, format).toMatchObject({ ok: true, value: { activities: expect.any(Number) } })
  }
  child.send({ control: 'lock', because: 'system' })
  const status = () => ask(child, { id: 3, procedure: 'registerFile.status', input: {} })
  await expect.poll(status).toMatchObject({ ok: true, value: { state: 'none' } })

  const ended = once(child, 'exit')
  child.send({ control: 'shutdown' })
  expect(await ended).toEqual([0, null])
})

function ask(
  child: ChildProcess,
  request: { id: number; procedure: string; input: unknown },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const hear = (message: unknown) => {
      if (!isReplyTo(message, request.id)) return
      child.off('message', hear)
      resolve(message)
    }
    child.on('message', hear)
    child.once('exit', (code) => reject(new Error(`The engine ended with ${code}.`)))
    child.send(request)
  })
}

function isReplyTo(message: unknown, id: number): message is Reply {
  return typeof message === 'object' && message !== null && 'id' in message && message.id === id
}
