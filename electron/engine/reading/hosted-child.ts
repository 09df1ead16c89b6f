import { EventEmitter } from 'node:events'
import { setImmediate as breathe } from 'node:timers/promises'
import { ReaderAnswer, type ReaderCall } from '#shared/reading/hosting.ts'
import type { Child, ChildStart } from './child.ts'
import { memoryOf } from './process-memory.ts'

/** The line to main that an engine in a utility process has, and what is used of it here. */
type Hosted = {
  readonly parentPort?: {
    on(event: 'message', listener: (event: { data: unknown; ports: readonly Port[] }) => void): void
    postMessage(message: ReaderCall): void
  }
}

type Port = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  once(event: 'close', listener: () => void): void
  postMessage(message: object): void
  start(): void
  close(): void
}

type Awaited = { started(port: Port, pid: number): void; ended(): void }

const readers = new Map<number, Awaited>()
let lastId = 0

const mainOf = () => (process as Hosted).parentPort

/** Whether this engine is a utility process of Electron, where main alone may start another. */
export const isHosted = () => mainOf() !== undefined

/** Has main start a reader and joins it to this process by a line of their own; fails where it cannot be started. */
export function startHostedChild({ mode, memory }: ChildStart): Promise<Child> {
  const id = ++lastId
  if (id === 1) hearMain()
  return new Promise((resolve, reject) => {
    const notStarted = () => reject(new Error('The reader could not be started'))
    readers.set(id, {
      started: (port, pid) => resolve(childAt(port, { id, pid })),
      ended: notStarted,
    })
    mainOf()!.postMessage({ reader: 'start', id, mode, memory })
  })
}

function hearMain(): void {
  mainOf()!.on('message', ({ data, ports }) => {
    const answer = ReaderAnswer.safeParse(data).data
    if (!answer) return
    const reader = readers.get(answer.id)
    if (answer.reader === 'ended') {
      readers.delete(answer.id)
      reader?.ended()
    } else if (ports[0]) reader?.started(ports[0], answer.pid)
  })
}

function childAt(port: Port, { id, pid }: { readonly id: number; readonly pid: number }): Child {
  const heard = new EventEmitter()
  let isAlive = true
  const end = () => {
    if (!isAlive) return
    isAlive = false
    heard.emit('end')
  }
  readers.set(id, { started: () => undefined, ended: end })
  port.once('close', end)
  port.on('message', ({ data }) => heard.emit('message', data))
  // Whoever asked for it listens first.
  queueMicrotask(() => port.start())
  const listening = (event: string, listener: (message: unknown) => void) => {
    heard.on(event, listener)
    return () => void heard.off(event, listener)
  }
  return {
    isAlive: () => isAlive,
    async tell(message) {
      if (!isAlive) throw new Error('The reader has ended')
      port.postMessage(message)
      // A port does not say when a message was taken; this lets it go out before the next.
      await breathe()
    },
    hear: (listener) => listening('message', listener),
    whenEnded: (listener) => listening('end', listener),
    memory: () => memoryOf(pid),
    kill() {
      mainOf()?.postMessage({ reader: 'end', id })
      end()
    },
    close: () => port.close(),
  }
}
