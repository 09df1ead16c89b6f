import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LIMIT_BYTES = 1_000_000

let file: string | undefined

/** What a log line may hold beside its sentence: names, ids, counts and durations; never what a person typed. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>

/** Chooses the folder of the log; lines before that go nowhere. */
export function openLog(folder: string): void {
  mkdirSync(folder, { recursive: true })
  file = join(folder, 'workbench.log')
}

/** Adds one line; at one megabyte the file gives way to a new one and the one before it is dropped. */
export function log(what: string, facts: LogFacts = {}): void {
  if (!file) return
  const line = JSON.stringify({ at: new Date().toISOString(), what, ...facts })
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES) renameSync(file, `${file}.1`)
    appendFileSync(file, `${line}\n`, { mode: 0o600 })
  } catch {
    // A full disk or a read-only folder must not stop the program for the sake of its log.
    file = undefined
  }
}
