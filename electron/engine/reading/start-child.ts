import { type ChildProcess, fork } from 'node:child_process'

/** Starts a reader with its memory cap; done when it is ready. */
export function startChild(entry: string, memory: number): Promise<ChildProcess> {
  const heap = Math.floor((memory * 0.7) / 1_000_000)
  const child = fork(entry, [], {
    serialization: 'advanced',
    // What a parser writes may quote the file, so nobody keeps it. No environment: it needs none.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
    execArgv: [`--max-old-space-size=${heap}`, ...permissions()],
  })
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('The reader ended before it was ready'))
    child.once('error', reject)
    child.once('exit', onExit)
    child.once('message', () => {
      child.off('exit', onExit)
      resolve(child)
    })
  })
}

/** Where Node can, it keeps the reader from writing files, starting programs and loading native code. */
function permissions(): readonly string[] {
  const can = !process.versions['electron'] && process.allowedNodeEnvironmentFlags.has('--permission')
  return can ? ['--permission', '--allow-fs-read=*'] : []
}
