import { WORK_FOLDER } from '../files/put-in-place.ts'
import { type Archiver, ZipArchive } from 'archiver'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Instant } from '#shared/time/instant.ts'
import type { Progress } from '../pdf/write-record.ts'
import { BAG_DECLARATION, type HashedFile, type InfoLine, infoText, manifest } from './bag-files.ts'
import type { Payload } from './payload.ts'

/** What goes into a bag. */
export type BagPlan = {
  /** The folder inside the zip that is the bag. */
  readonly folder: string
  /** The time every entry of the zip is given. */
  readonly madeAt: Instant
  /** The payload, made one file after the other; `workFolder` is there for as long as the bag is written. */
  readonly payloads: (workFolder: string) => AsyncIterable<Payload>
  /** About how many files there will be, to tell progress by. */
  readonly expected: number
  /** What `bag-info.txt` says besides what every bag of ours says. */
  readonly info: readonly InfoLine[]
}

/**
 * Writes a BagIt 1.0 bag as a zip, with the SHA-256 and SHA-512 of every file, and tells how many files its payload
 * has. No file is held in memory whole unless it comes as a buffer. The same payload and moment give the same bytes.
 *
 * @source RFC 8493
 */
export async function writeBag(
  plan: BagPlan,
  path: string,
  progress: Progress = async () => {},
): Promise<number> {
  const output = createWriteStream(path, { mode: 0o600 })
  const workFolder = await mkdtemp(join(dirname(path), WORK_FOLDER))
  const archive = new ZipArchive({ zlib: { level: 6 } })
  const failed = new Promise<never>((_, reject) => {
    archive.on('error', reject)
    output.on('error', reject)
  })
  failed.catch(() => {})
  try {
    archive.pipe(output)
    const files = await Promise.race([failed, fill(archive, plan, workFolder, progress)])
    await Promise.race([failed, archive.finalize()])
    await finished(output)
    return files
  } catch (error) {
    archive.abort()
    output.destroy()
    throw error
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
}

async function fill(
  archive: Archiver,
  plan: BagPlan,
  workFolder: string,
  progress: Progress,
): Promise<number> {
  const files: HashedFile[] = []
  const tags: HashedFile[] = [
    await add(archive, plan, { name: 'bagit.txt', source: Buffer.from(BAG_DECLARATION) }),
  ]
  for await (const payload of plan.payloads(workFolder)) {
    await progress(files.length, plan.expected, `Writing ${payload.name}`)
    files.push(await add(archive, plan, payload))
  }
  const tagFiles = {
    'bag-info.txt': infoText(plan, files),
    'manifest-sha256.txt': manifest('sha256', files),
    'manifest-sha512.txt': manifest('sha512', files),
  }
  for (const [name, text] of Object.entries(tagFiles))
    tags.push(await add(archive, plan, { name, source: Buffer.from(text) }))
  for (const algorithm of ['sha256', 'sha512'] as const)
    await add(archive, plan, {
      name: `tagmanifest-${algorithm}.txt`,
      source: Buffer.from(manifest(algorithm, tags)),
    })
  return files.length
}

/** Adds one file to the zip and gives its hashes and length; resolves when it is written. */
async function add(
  archive: Archiver,
  { folder, madeAt }: BagPlan,
  { name, source, isCompressed = false }: Payload,
): Promise<HashedFile> {
  const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512') }
  let bytes = 0
  const look = (chunk: Buffer) => {
    bytes += chunk.length
    hashes.sha256.update(chunk)
    hashes.sha512.update(chunk)
  }
  const entry = { name: `${folder}/${name}`, date: new Date(madeAt), mode: 0o644, store: isCompressed }
  const written = new Promise<void>((resolve, reject) => {
    archive.once('entry', () => resolve())
    if (source instanceof Readable) source.once('error', reject)
  })
  if (source instanceof Readable) archive.append(source.pipe(watch(look)), entry)
  else {
    look(source)
    archive.append(source, entry)
  }
  await written
  return { name, bytes, sha256: hashes.sha256.digest('hex'), sha512: hashes.sha512.digest('hex') }
}

function watch(look: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      look(chunk)
      done(null, chunk)
    },
  })
}
