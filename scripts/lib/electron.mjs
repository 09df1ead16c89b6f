import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { EVALUATION_RUNTIME, getEvaluationRuntime } from './evaluation-runtime.mjs'
import { cacheFolder, inProject, projectNode } from './project.mjs'
import { run } from './run-command.mjs'

const DOWNLOAD_TIMEOUT_MS = 20_000
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Finds or gets an Electron: the one named by DPO_ELECTRON, the official one already there, the official
 * download, or else the evaluation runtime. Says which in one line.
 */
export async function getElectron(say) {
  const named = process.env.DPO_ELECTRON
  if (named) {
    if (!existsSync(named)) throw new Error(`DPO_ELECTRON names no file: ${named}`)
    say(`Electron: ${named} (DPO_ELECTRON)`)
    return { path: named, kind: 'named' }
  }
  const official = await getOfficialElectron(say)
  if (official) {
    say(`Electron: official ${officialVersion()}`)
    return { path: official, kind: 'official' }
  }
  const path = await getEvaluationRuntime(say)
  say(
    `Electron: evaluation runtime ${EVALUATION_RUNTIME.electron}, out of support, for evaluation and tests only`,
  )
  return { path, kind: 'evaluation' }
}

/** The official binary, downloaded if it can be; undefined when it cannot. */
export async function getOfficialElectron(say, { again = false } = {}) {
  if (findOfficialElectron()) return findOfficialElectron()
  if (failedToday() && !again) return undefined
  say(
    `Downloading the official Electron ${officialVersion()} (waiting ${DOWNLOAD_TIMEOUT_MS / 1000} s at most) …`,
  )
  const { code } = await run(projectNode(), [inProject('node_modules', 'electron', 'install.js')], {
    show: false,
    collect: true,
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  })
  if (code === 0 && findOfficialElectron()) {
    rmSync(failureRecord(), { force: true })
    return findOfficialElectron()
  }
  say('The official Electron cannot be downloaded here; not tried again for a day.')
  mkdirSync(cacheFolder(), { recursive: true })
  writeFileSync(failureRecord(), JSON.stringify({ version: officialVersion(), failedAt: Date.now() }))
  return undefined
}

/** The version of Electron that package.json asks for. */
export function officialVersion() {
  return createRequire(inProject('package.json'))('electron/package.json').version
}

/** How an Electron is started on this project; Chromium's sandbox cannot be used by root, so root does without. */
export function electronArguments(appArguments = []) {
  const isRoot = process.platform === 'linux' && process.getuid() === 0
  return [inProject(), ...(isRoot ? ['--no-sandbox'] : []), ...appArguments]
}

function findOfficialElectron() {
  try {
    const folder = inProject('node_modules', 'electron')
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

function failureRecord() {
  return join(cacheFolder(), 'official-download-failed.json')
}

function failedToday() {
  try {
    const { version, failedAt } = JSON.parse(readFileSync(failureRecord(), 'utf8'))
    return version === officialVersion() && Date.now() - failedAt < DAY_MS
  } catch {
    return false
  }
}
