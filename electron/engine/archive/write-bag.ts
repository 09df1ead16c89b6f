import { createHash } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import type { Instant } from '#shared/time/instant.ts'
import type { Progress } from '../pdf/write-record.ts'
import { BAG_DECLARATION, type HashedFile, type InfoLine, infoText, manifest } from './bag-files.ts'
import type { Payload } from './payload.ts'
import { openZip, withWorkFolder, type ZipSink } from './zip-sink.ts'

/** What goes into a bag. */
export type BagPlan = {
  /** The folder inside the zip that is the bag. */
  readonly folder: string
  /** The time every entry of the zip is given. */
  readonly madeAt: Instant
  /**
   * The payload, made one file after the other; `workFolder` is there for as long as the bag is written, and `written`
   * lists what of the payload was written so far.
   */
  readonly payloads: (workFolder: string, written: readonly HashedFile[]) => AsyncIterable<Payload>
  /** About how many files there will be, to tell progress by. */
  readonly expected: number
  /** What `bag-info.txt` says besides what every bag of ours says. */
  readonly info: readonly InfoLine[]
  /** Files beside the payload, made when that is written; listed in the tag manifests. */
  readonly beside?: () => readonly Payload[]
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
  open: (path: string, madeAt: Instant) => ZipSink | Promise<ZipSink> = openZip,
): Promise<number> {
  return withWorkFolder(path, async (workFolder) => {
    const zip = await open(path, plan.madeAt)
    try {
      const files = await fill(zip, plan, workFolder, progress)
      await zip.end()
      return files
    } catch (error) {
      zip.abandon()
      throw error
    }
  })
}

async function fill(zip: ZipSink, plan: BagPlan, workFolder: string, progress: Progress): Promise<number> {
  const files: HashedFile[] = []
  const tags: HashedFile[] = [
    await add(zip, plan, { name: 'bagit.txt', source: Buffer.from(BAG_DECLARATION) }),
  ]
  for await (const payload of plan.payloads(workFolder, files)) {
    await progress(files.length, plan.expected, `Writing ${payload.name}`)
    files.push(await add(zip, plan, payload))
  }
  const tagFiles = {
    'bag-info.txt': infoText(plan, files),
    'manifest-sha256.txt': manifest('sha256', files),
    'manifest-sha512.txt': manifest('sha512', files),
  }
  for (const [name, text] of Object.entries(tagFiles))
    tags.push(await add(zip, plan, { name, source: Buffer.from(text) }))
  for (const tag of plan.beside?.() ?? []) tags.push(await add(zip, plan, tag))
  for (const algorithm of ['sha256', 'sha512'] as const)
    await add(zip, plan, {
      name: `tagmanifest-${algorithm}.txt`,
      source: Buffer.from(manifest(algorithm, tags)),
    })
  return files.length
}

/** Adds one file to the zip and gives its hashes and length; resolves when it is written. */
async function add(
  zip: ZipSink,
  { folder }: BagPlan,
  { name, source, isCompressed = false }: Payload,
): Promise<HashedFile> {
  const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512') }
  let bytes = 0
  const look = (chunk: Buffer) => {
    bytes += chunk.length
    hashes.sha256.update(chunk)
    hashes.sha512.update(chunk)
  }
  const entry = { name: `${folder}/${name}`, store: isCompressed }
  if (source instanceof Readable) await addStream(zip, entry, source, watch(look))
  else {
    look(source)
    await zip.add({ ...entry, source })
  }
  return { name, bytes, sha256: hashes.sha256.digest('hex'), sha512: hashes.sha512.digest('hex') }
}

async function addStream(
  zip: ZipSink,
  entry: { readonly name: string; readonly store: boolean },
  source: Readable,
  watched: Transform,
): Promise<void> {
  const failed = new Promise<never>((_, reject) => source.once('error', reject))
  failed.catch(() => {})
  await Promise.race([failed, zip.add({ ...entry, source: source.pipe(watched) })])
}

function watch(look: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      look(chunk)
      done(null, chunk)
    },
  })
}
