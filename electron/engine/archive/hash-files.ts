import { createHash, type Hash } from 'node:crypto'
import type { Progress } from '../pdf/write-record.ts'
import type { Reader } from './bag-reader.ts'
import type { Problem } from './bag-source.ts'
import { type Algorithm, ALGORITHMS, type Hashes } from './tag-files.ts'
import { reasonOf } from './verification-report.ts'

/** Reads each file of a bag once, to its end, and takes every hash that some manifest asks for. */
export async function hashFiles(
  { source, bag, manifests }: Reader,
  progress: Progress,
): Promise<{ hashes: Hashes; unreadable: Problem[] }> {
  const asked = ALGORITHMS.filter((algorithm) =>
    manifests.some((manifest) => manifest.algorithm === algorithm),
  )
  const hashes = new Map<string, { bytes: number; digests: Partial<Record<Algorithm, string>> }>()
  const unreadable: Problem[] = []
  for (const [name, entry] of bag.files) {
    await progress(hashes.size, bag.files.size, 'Checking the files')
    try {
      const running = asked.map((algorithm): [Algorithm, Hash] => [algorithm, createHash(algorithm)])
      let bytes = 0
      for await (const chunk of await source.open(entry.name)) {
        bytes += (chunk as Buffer).length
        for (const [, hash] of running) hash.update(chunk as Buffer)
      }
      const digests = Object.fromEntries(running.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]))
      hashes.set(name, { bytes, digests })
    } catch (error) {
      unreadable.push({ about: name, detail: reasonOf(error) })
    }
  }
  return { hashes, unreadable }
}
