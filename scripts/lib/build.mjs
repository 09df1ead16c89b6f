import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './project.mjs'
import { mustRun } from './run-command.mjs'

const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'package.json', 'package-lock.json']
const BUILT = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Builds the app when a source is newer than what was built from it. */
export async function ensureBuild(say) {
  if (isBuilt()) return
  say('Building the app …')
  await build({ show: false, collect: true })
}

/** Builds the app. */
export async function build(options) {
  await mustRun('The build', 'electron-vite', ['build', '-c', 'electron/vite.config.ts'], options)
}

/** Whether everything built is younger than every source. */
export function isBuilt() {
  const built = BUILT.map((path) => statSync(inProject(path), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.min(...built) > Math.max(...SOURCES.map((path) => newest(inProject(path))))
}

function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
