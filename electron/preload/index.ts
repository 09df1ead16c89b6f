import { contextBridge, ipcRenderer } from 'electron'
import type { EngineBridge } from '#shared/bridge.ts'
import type { WireError } from '#shared/errors.ts'
import type { Push, Reply, Request } from '#shared/rpc/wire.ts'
import { tellDrops } from './drops.ts'

const RESTARTED: WireError = {
  code: 'storage',
  reason: 'engine-restarted',
  message:
    'The engine was restarted. The last change may not have been saved; please check it and try again.',
}
const UNREACHABLE: WireError = { code: 'bug', message: 'The program could not be asked.' }

let line: MessagePort | undefined
let lastId = 0
const queued: Request[] = []
const waiting = new Map<number, (reply: Reply) => void>()
const listeners = new Set<(push: Push) => void>()

// The main process answers with one end of a channel whose other end is the engine's: on a supported Electron
// requests go straight there. A second line means a new engine, which knows nothing of what the old one was asked.
ipcRenderer.on('engine-line', ({ ports }) => {
  const fresh = ports[0]
  if (!fresh) return
  const isRenewed = line !== undefined
  answerLost()
  line?.close()
  line = fresh
  fresh.onmessage = ({ data }: MessageEvent<unknown>) => receive(data)
  queued.splice(0).forEach((request) => fresh.postMessage(request))
  // What the window shows may be out of date, so it is told to ask again.
  if (isRenewed) receive({ event: 'changed' })
})
ipcRenderer.send('engine-line')

function receive(message: unknown): void {
  if (isPush(message)) listeners.forEach((listener) => listener(message))
  else if (isReply(message)) settle(message)
}

function answerLost(): void {
  const unsent = new Set(queued.map(({ id }) => id))
  for (const id of waiting.keys()) if (!unsent.has(id)) settle({ id, ok: false, error: RESTARTED })
}

function settle(reply: Reply): void {
  waiting.get(reply.id)?.(reply)
  waiting.delete(reply.id)
}

function isPush(message: unknown): message is Push {
  return isObject(message) && ['changed', 'locked', 'progress'].includes(String(message.event))
}

function isReply(message: unknown): message is Reply {
  if (!isObject(message) || typeof message.id !== 'number') return false
  return message.ok === true || (message.ok === false && isObject(message.error))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const bridge: EngineBridge = {
  call(procedure, input, asAt) {
    const request: Request = { id: ++lastId, procedure: String(procedure), input, ...(asAt && { asAt }) }
    return new Promise((resolve) => {
      waiting.set(request.id, resolve)
      if (line) line.postMessage(request)
      else queued.push(request)
    })
  },
  async shell(procedure, input) {
    const id = ++lastId
    const reply: unknown = await ipcRenderer
      .invoke('shell', { id, procedure: String(procedure), input })
      .catch(() => undefined)
    return isReply(reply) ? reply : { id, ok: false, error: UNREACHABLE }
  },
  onPush(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

tellDrops()
contextBridge.exposeInMainWorld('engine', bridge)
