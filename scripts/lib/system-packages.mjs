import { existsSync } from 'node:fs'
import { run } from './run-command.mjs'

/** Debian packages that an Electron window needs. */
export const WINDOW_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libxss1',
]
/** Debian packages that the tests need besides. */
export const TEST_PACKAGES = [
  ...WINDOW_PACKAGES,
  'xvfb',
  'xauth',
  'poppler-utils',
  'qpdf',
  'unzip',
  'mupdf-tools',
  'libimage-exiftool-perl',
  'libxml2-utils',
  'python3-jsonschema',
]

/** Installs the Debian packages that are missing when it may (root), else fails with the line to type. Elsewhere it does nothing. */
export async function ensureSystemPackages(wanted, say) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const missing = await missingPackages(wanted)
  if (missing.length === 0) return
  if (process.getuid() !== 0)
    throw new Error(`System packages are missing. Type: sudo apt-get install --yes ${missing.join(' ')}`)

  say(`Installing system packages: ${missing.join(' ')} …`)
  const quiet = { show: false, collect: true, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update'], quiet)
  const names = await Promise.all(missing.map(nameOnThisDebian))
  const { code, output } = await run(
    'apt-get',
    ['install', '--yes', '--no-install-recommends', ...names],
    quiet,
  )
  if (code !== 0) throw new Error(`apt-get could not install them:\n${output.trim()}`)
}

async function missingPackages(names) {
  const { output } = await run('dpkg-query', ['--show', '--showformat', '${Package} ${db:Status-Status}\n'], {
    show: false,
    collect: true,
  })
  const installed = new Set(output.split('\n').filter((line) => line.endsWith(' installed')))
  return names.filter((name) => !installed.has(`${name} installed`) && !installed.has(`${name}t64 installed`))
}

// Debian 13 and Ubuntu 24.04 renamed some libraries when time became 64 bits wide.
async function nameOnThisDebian(name) {
  const { code } = await run('apt-cache', ['show', `${name}t64`], { show: false, collect: true })
  return code === 0 ? `${name}t64` : name
}
