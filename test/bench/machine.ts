import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import Sqlite from 'better-sqlite3'
import { acceptedLoad } from './measure.ts'
import { versionOf } from './run-child.ts'
import { theElectron } from './window.ts'

/** What the figures were measured on and with: they mean little without it. */
export async function machineFacts(): Promise<string[]> {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`
  const model = cpus()[0]?.model.trim() || process.arch
  return [
    `${process.platform} ${process.arch}, ${availableParallelism()} processors (${model}), ${memory}`,
    `Node ${process.versions.node}, ${(await theElectron()).name}, SQLite ${sqliteVersion()}`,
    `Peers: ${(await versionOf('soffice')) ?? 'LibreOffice not installed'}; the bare window, Argon2id and the bare commits run on the same runtime and libraries`,
    `Load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} at the start; turns above ${acceptedLoad()} are discarded`,
  ]
}

function sqliteVersion(): string {
  const database = new Sqlite(':memory:')
  try {
    return database.prepare<[], { version: string }>('select sqlite_version() as version').get()!.version
  } finally {
    database.close()
  }
}
