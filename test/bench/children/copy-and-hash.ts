import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Transform } from 'node:stream'
import { openZip } from '#engine/archive/zip-sink.ts'
import { Instant } from '#shared/time/instant.ts'

// Copies the files of a folder into a zip through `node:stream` alone, taking the SHA-256 and SHA-512 of each: what any
// program has to do that hands the same bytes over. The zip is packed as ours are.
const [folder = '', to = ''] = process.argv.slice(2)
const begun = performance.now()
const zip = openZip(to, Instant.parse('2026-11-22T09:00:00.000Z'))
const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((one) => one.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
let bytes = 0
for (const path of files) {
  const hashes = ['sha256', 'sha512'].map((name) => createHash(name))
  const hashed = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length
      for (const hash of hashes) hash.update(piece)
      done(null, piece)
    },
  })
  await zip.add({ name: relative(folder, path), source: createReadStream(path).pipe(hashed), store: false })
  for (const hash of hashes) hash.digest('hex')
}
await zip.end()
console.log(JSON.stringify({ ms: performance.now() - begun, bytes }))
