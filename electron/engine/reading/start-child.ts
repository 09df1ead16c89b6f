import { type ChildProcess, fork } from 'node:child_process'
import type { Child, ChildStart } from './child.ts'
import { isHosted, startHostedChild } from './hosted-child.ts'
import { memoryOf } from './process-memory.ts'

/** Starts a reader with its memory cap; done when it is ready. Main hosts it where this process may not start any. */
export async function startChild(start: ChildStart): Promise<Child> {
  const child = isHosted() ? await startHostedChild(start) : forkChild(start)
  return new Promise((resolve, reject) => {
    const stopEnded = child.whenEnded(() => reject(new Error('The reader ended before it was ready')))
    const stopHearing = child.hear(() => {
      stopEnded()
      stopHearing()
      resolve(child)
    })
  })
}

function forkChild({ entry, mode, memory }: ChildStart): Child {
  const heap = Math.floor((memory * 0.7) / 1_000_000)
  const child = fork(entry, [mode], {
    serialization: 'advanced',
    // What a parser writes may quote the file, so nobody keeps it. No environment: it needs none.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
    execArgv: [`--max-old-space-size=${heap}`, ...permissions()],
  })
  // One that cannot be started has no exit, only this.
  child.once('error', () => child.emit('exit', 1, null))
  return {
    isAlive: () => child.exitCode === null && child.signalCode === null,
    tell: (message) =>
      new Promise((resolve, reject) => {
        child.send(message, (error) => (error ? reject(error) : resolve()))
      }),
    hear: (listener) => listening(child, 'message', listener),
    whenEnded: (listener) => listening(child, 'exit', listener),
    memory: () => memoryOf(child.pid),
    kill: () => void child.kill('SIGKILL'),
    close() {
      if (child.connected) child.disconnect()
    },
  }
}

function listening(child: ChildProcess, event: string, listener: (message: unknown) => void): () => void {
  child.on(event, listener)
  return () => void child.off(event, listener)
}

/** Where Node can, it keeps the reader from writing files, starting programs and loading native code. */
function permissions(): readonly string[] {
  const can = !process.versions['electron'] && process.allowedNodeEnvironmentFlags.has('--permission')
  return can ? ['--permission', '--allow-fs-read=*'] : []
}
