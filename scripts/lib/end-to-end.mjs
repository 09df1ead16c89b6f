import { ensureBuild } from './build.mjs'
import { getElectron } from './electron.mjs'
import { projectNode } from './project.mjs'
import { run } from './run-command.mjs'

/** Builds if need be, gets an Electron and runs Playwright with it, under Xvfb where there is no display. */
export async function runEndToEnd(say, args, env = {}, timeoutMs) {
  await ensureBuild(say)
  const electron = await getElectron(say)
  const playwright = ['playwright', 'test', '-c', 'test/e2e/playwright.config.ts', ...args]
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY
  const [program, ...rest] = needsDisplay
    ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...playwright]
    : playwright
  return run(program, rest, {
    env: { DPO_ELECTRON: electron.path, DPO_NODE: projectNode(), ...env },
    timeoutMs,
  })
}
