import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileEntry } from '#shared/described/kept-fields.ts'
import type { callerOf } from './engine.ts'
import { repeatableRandom } from './damage.ts'

type Call = ReturnType<typeof callerOf>

export const MIB = 1_048_576

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Bytes that look like nothing in particular and are the same in every run. */
export function someBytes(length: number, seed = 1): Buffer {
  const random = repeatableRandom(seed)
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length; at += 1) bytes[at] = random(256)
  return bytes
}

/** A breach of which only the name is known. */
export async function aBreach(call: Call, name = 'Letter sent to the wrong family'): Promise<string> {
  return (await call('records.create', { register: 'breaches', name, fields: {} })).id
}

export const evidenceOf = (id: string) => ({ register: 'breaches', id, field: 'evidenceFiles' }) as const

/** Writes a file on the disk and attaches it to a breach; gives its entry in the record. */
export async function attachBytes(
  call: Call,
  folder: string,
  breach: string,
  name: string,
  bytes: Uint8Array,
): Promise<FileEntry> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const { document } = await call('documents.takeIn', { path })
  const { files } = await call('documents.attach', {
    ...evidenceOf(breach),
    documents: [{ document, about: '' }],
  })
  return files.at(-1)!
}

/** The files of a breach as they stand. */
export async function filesOfBreach(call: Call, id: string): Promise<readonly FileEntry[]> {
  const { record } = await call('records.get', { register: 'breaches', id })
  return (record as unknown as { evidenceFiles: FileEntry[] }).evidenceFiles
}
