import { existsSync } from 'node:fs'
import { build } from './lib/build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { getOfficialElectron, officialVersion } from './lib/electron.mjs'
import { EVALUATION_RUNTIME, isEvaluationRuntime } from './lib/evaluation-runtime.mjs'
import { inProject, projectNode } from './lib/project.mjs'
import { main, mustRun, run } from './lib/run-command.mjs'

// `npm run package` makes an unpacked program, `npm run package -- --linux deb` (and so on) installers: from the
// official Electron only. A directory is read back, so that its fuses are known and not assumed.
await main(async () => {
  const say = (line) => process.stdout.write(`${line}\n`)
  const args = process.argv.slice(2)
  await ensureDependencies(say)
  refuseEvaluationRuntime()
  if (!(await getOfficialElectron(say, { again: true })))
    throw new Error(
      `Installers are made from the official Electron ${officialVersion()}, which cannot be downloaded here. ` +
        'Missing: access to github.com/electron/electron/releases, or a mirror named in ELECTRON_MIRROR.',
    )
  say('Building the app …')
  await build({ show: false, collect: true })
  await mustRun('Packaging', 'electron-builder', args.length > 0 ? args : ['--dir'])
  const unpacked = inProject('dist', 'linux-unpacked', 'dpo-workbench')
  if (existsSync(unpacked))
    return (await run(projectNode(), [inProject('scripts', 'lib', 'read-fuses.mjs'), unpacked])).code
  return 0
})

/** An Electron out of support is never handed out, however it got here. */
function refuseEvaluationRuntime() {
  const places = [process.env.DPO_ELECTRON, process.env.ELECTRON_OVERRIDE_DIST_PATH].filter(Boolean)
  if (places.some(isEvaluationRuntime))
    throw new Error(
      `The evaluation runtime (Electron ${EVALUATION_RUNTIME.electron}, from ${EVALUATION_RUNTIME.package}) is out of ` +
        'support and is not packaged. Unset DPO_ELECTRON and ELECTRON_OVERRIDE_DIST_PATH.',
    )
}
