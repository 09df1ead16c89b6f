import { readFileSync } from 'node:fs'
import { inProject } from './project.mjs'
import { run } from './run-command.mjs'

/** Installs the dependencies when they are missing or differ from package-lock.json. */
export async function ensureDependencies(say) {
  if (dependenciesMatch()) return
  say('Installing the dependencies (npm ci) …')
  const { code } = await npm('ci')
  if (code === 0) return
  // A mirror may lack packages for other systems, which the lock file then cannot name; `npm ci` refuses such a file
  // whole. `npm install` takes the versions it does name, and leaves the file alone.
  say('npm ci refused; installing what package-lock.json names (npm install --no-save) …')
  const { output } = await npm('install', '--no-save')
  if (!dependenciesMatch()) throw new Error(`The dependencies could not be installed.\n${output.trim()}`)
}

function npm(...args) {
  return run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { show: false, collect: true })
}

/** Whether node_modules holds the versions that package-lock.json names; packages for other systems aside. */
export function dependenciesMatch() {
  const wanted = packagesOf(inProject('package-lock.json'))
  const installed = packagesOf(inProject('node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages
  } catch {
    return {}
  }
}
