import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/** A path inside the checkout. */
export function inProject(...parts) {
  return join(projectFolder, ...parts)
}

/** The folder, outside the checkout, that keeps what was downloaded for this user. */
export function cacheFolder() {
  if (process.env.DPO_CACHE) return process.env.DPO_CACHE
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? homedir(), 'dpo-workbench', 'cache')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'dpo-workbench')
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dpo-workbench')
}

/** The Node that runs the engine and the tools: the one installed with the project, else this one if it is new enough. */
export function projectNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const installed = inProject('node_modules', `node-${system}-${process.arch}`, 'bin', binary)
  if (existsSync(installed)) return installed
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    `Node 24 or newer is needed on ${process.platform} ${process.arch}; this is ${process.version}.`,
  )
}

/** An environment in which the project's Node and tools are found first. */
export function toolEnvironment(extra = {}) {
  const path = [inProject('node_modules', '.bin'), process.env.PATH].join(delimiter)
  return { ...process.env, PATH: path, ...extra }
}
