import { ensureBuild } from './lib/build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { electronArguments, getElectron } from './lib/electron.mjs'
import { inProject, projectNode } from './lib/project.mjs'
import { main, run } from './lib/run-command.mjs'
import { ensureSystemPackages, WINDOW_PACKAGES } from './lib/system-packages.mjs'

// `npm start`: from a fresh clone to an open window; what is there already is not made again.
await main(async () => {
  const say = (line) => process.stdout.write(`${line}\n`)
  const passedOn = process.argv.slice(2)

  await ensureDependencies(say)
  if (!hasDisplay()) {
    say('There is no display here, so the work is done without a window: npm run demo')
    return (await run(process.execPath, [inProject('scripts', 'run.mjs'), 'dpo', 'demo', '--out', 'demo']))
      .code
  }
  await ensureSystemPackages(WINDOW_PACKAGES, say)
  await ensureBuild(say)
  const electron = await getElectron(say)
  say('Opening DPO Workbench …')
  const { code } = await run(electron.path, electronArguments(passedOn), { env: { DPO_NODE: projectNode() } })
  return code
})

function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}
