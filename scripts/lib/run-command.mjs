import { spawn } from 'node:child_process'
import { projectFolder, toolEnvironment } from './project.mjs'

/**
 * Runs a program in the project folder and answers how it ended; never rejects.
 *
 * `show` passes its output through, `collect` keeps it in the answer. Past `timeoutMs` it is ended with all it started.
 */
export function run(program, args, { env, show = true, collect = false, timeoutMs, input = 'ignore' } = {}) {
  return new Promise((resolve) => {
    const out = show && !collect ? 'inherit' : 'pipe'
    const isWindows = process.platform === 'win32'
    const child = spawn(program, args, {
      cwd: projectFolder,
      env: toolEnvironment(env),
      stdio: [input, out, out],
      // npm and the tools are .cmd files there.
      shell: isWindows && !program.endsWith('.exe'),
      detached: Boolean(timeoutMs) && !isWindows,
    })
    const timer = timeoutMs && setTimeout(endGroup, timeoutMs)
    const stop = () => endGroup()
    if (timeoutMs) process.once('SIGINT', stop).once('SIGTERM', stop)

    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk
        if (show) process.stdout.write(chunk)
      })
    }
    child.once('error', (error) => settle({ code: 127, output: error.message }))
    child.once('close', (code, signal) => settle({ code: code ?? 1, signal, output }))

    function settle(result) {
      clearTimeout(timer)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve(result)
    }
    function endGroup() {
      try {
        process.kill(isWindows ? child.pid : -child.pid, 'SIGKILL')
      } catch {
        // It had ended by itself a moment before.
      }
    }
  })
}

/** Runs a program and fails with a sentence when it does. */
export async function mustRun(what, program, args, options) {
  const { code, output } = await run(program, args, options)
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}).${output ? `\n${output.trim()}` : ''}`)
}

/** Runs the body of a script; a failure is one sentence on stderr and exit code 1. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
