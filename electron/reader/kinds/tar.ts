import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { LIMITS } from '#shared/reading/reading.ts'
import { type Finding, type Given, NotRead } from '../finding.ts'
import { shown } from '#shared/shown.ts'

/** Takes every file out of a tar; links, devices and what is too much are named with the reason. */
export async function readTar({ bytes }: Given, finding: Finding): Promise<void> {
  const unpacking = extract()
  unpacking.end(bytes)
  let total = 0
  for await (const entry of unpacking) {
    const { name, type, size } = entry.header
    if (type === 'directory') {
      entry.resume()
      continue
    }
    const because =
      type === 'file' ? tooMuch((total += size)) : 'it is a link or a device; it is not followed.'
    if (because) {
      finding.lacks(`${shown(name)}: ${because}`, 'Ask for this file by itself.')
      entry.resume()
      await finding.holds(shown(name), 'member', null)
      continue
    }
    const pieces: Buffer[] = []
    for await (const piece of entry) pieces.push(piece as Buffer)
    await finding.holds(shown(name), 'member', Buffer.concat(pieces))
  }
}

const tooMuch = (total: number) => (total > LIMITS.partBytes ? 'the archive unpacks to too much.' : null)

/** Unpacks a file that was packed by itself. */
export async function readGzip({ name, bytes }: Given, finding: Finding): Promise<void> {
  const inner = unpacked(bytes)
  await finding.holds(
    name.replace(/\.(?:gz|tgz)$/iu, (ending) => (/tgz/iu.test(ending) ? '.tar' : '')) || 'file',
    'member',
    inner,
  )
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, {
      maxOutputLength: Math.min(LIMITS.file, Math.max(1_000_000, bytes.length * LIMITS.ratio)),
    })
  } catch {
    throw new NotRead(
      'The file is damaged, or unpacks to too much.',
      'Ask whoever sent it for the file inside.',
    )
  }
}
