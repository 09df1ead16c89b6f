import { readFileSync } from 'node:fs'
import { inProject } from './project.mjs'
import { mustRun } from './run-command.mjs'

/** Installs the dependencies when they are missing or differ from package-lock.json. */
export async function ensureDependencies(say) {
  if (dependenciesMatch()) return
  say('Installing the dependencies (npm ci) …')
  await mustRun('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    show: false,
    collect: true,
    // Set by an outer npm, it would lead `npm ci` to the outer command's settings.
    env: { npm_config_global: undefined },
  })
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
