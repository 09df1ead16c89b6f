import { runDpo } from '../../electron/cli/run-dpo.ts'

/** What a command said, and the code it ended with. */
export type Said = { readonly code: number; readonly output: string; readonly errors: string }

/** Runs a command line in this process, which spares the second that a new one takes to start. One at a time. */
export async function dpo(words: readonly string[], env: Readonly<Record<string, string>>): Promise<Said> {
  const before = { ...process.env }
  Object.assign(process.env, env)
  const output = listen('stdout', 'log')
  const errors = listen('stderr', 'error')
  try {
    const code = await runDpo(words)
    return { code, output: output.heard(), errors: errors.heard() }
  } finally {
    output.stop()
    errors.stop()
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}

/** Keeps what is written to a stream, by itself or through the console. */
function listen(stream: 'stdout' | 'stderr', say: 'log' | 'error') {
  const heard: string[] = []
  const write = process[stream].write.bind(process[stream])
  const { [say]: said } = console
  process[stream].write = (text: string | Uint8Array, ...rest: unknown[]) => {
    heard.push(String(text))
    for (const done of rest) if (typeof done === 'function') done()
    return true
  }
  console[say] = (...words: unknown[]) => void heard.push(`${words.join(' ')}\n`)
  return {
    heard: () => heard.join(''),
    stop() {
      process[stream].write = write
      console[say] = said
    },
  }
}
