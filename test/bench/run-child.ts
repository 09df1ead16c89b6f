import { spawn } from 'node:child_process'

/** How a program ended, what it said, and how long it took from start to end. */
export type Ended = { readonly ms: number; readonly output: string }

/** Runs a program to its end; fails with what it said when it fails. */
export async function runChild(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const start = performance.now()
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let complaints = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (complaints += String(chunk)))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaints.trim()}`)
  return { ms: performance.now() - start, output }
}

/** The first line a program says of its version, or undefined where it is not installed. */
export async function versionOf(program: string, flag = '--version'): Promise<string | undefined> {
  const ended = await runChild(program, [flag]).catch(() => undefined)
  return ended?.output
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim()
}
