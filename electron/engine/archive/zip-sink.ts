import { WORK_FOLDER } from '../files/put-in-place.ts'
import { ZipArchive } from 'archiver'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Instant } from '#shared/time/instant.ts'

/** A file on its way into a zip; one that is compressed already is stored as it is. */
export type ZipEntry = { readonly name: string; readonly source: Readable | Buffer; readonly store: boolean }

/** A zip that is being written, one file after the other. */
export type ZipSink = {
  /** Done when the file is written. */
  readonly add: (entry: ZipEntry) => Promise<void>
  readonly end: () => Promise<void>
  /** Gives the zip up; what was written of it is left to the caller. */
  readonly abandon: () => void
}

/** Begins a zip at a path; every entry gets the same time, so that the same files give the same bytes. */
export function openZip(path: string, madeAt: Instant): ZipSink {
  const output = createWriteStream(path, { mode: 0o600 })
  const archive = new ZipArchive({ zlib: { level: 6, chunkSize: 1 << 17 } })
  const failed = new Promise<never>((_, reject) => {
    archive.on('error', reject)
    output.on('error', reject)
  })
  failed.catch(() => {})
  archive.pipe(output)
  return {
    add({ name, source, store }) {
      const written = new Promise<void>((resolve, reject) => {
        archive.once('entry', () => resolve())
        if (source instanceof Readable) source.once('error', reject)
      })
      archive.append(source, { name, date: new Date(madeAt), mode: 0o644, store })
      return Promise.race([failed, written])
    },
    async end() {
      await Promise.race([failed, archive.finalize()])
      await finished(output)
    },
    abandon() {
      archive.abort()
      output.destroy()
    },
  }
}

/** Runs with a folder beside a file that is gone afterwards. */
export async function withWorkFolder<Result>(
  path: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(dirname(path), WORK_FOLDER))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
