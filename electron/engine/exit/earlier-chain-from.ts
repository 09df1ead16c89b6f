import { newId } from '../ids.ts'
import type { Reader } from '../archive/bag-reader.ts'
import { whileThereIsRoom } from '../documents/disk-room.ts'
import type { Shelf } from '../documents/shelf.ts'
import type { TaskContext } from '../rpc/context.ts'
import type { Material } from './material.ts'
import { openFile } from './open-archive.ts'
import { watched } from './watched.ts'
import { type EarlierChain, WHOLE_FILES } from './whole-files.ts'

type Place = { readonly reader: Reader; readonly shelf: Shelf; readonly file: string }

/** Keeps the trail that ends with an archive as a document of the new register, and says what it was. */
export async function earlierChainFrom(
  { reader, shelf, file }: Place,
  { registerId, registerName, chain, hasTrail }: Material,
  { now, step }: Pick<TaskContext, 'now' | 'step'>,
): Promise<EarlierChain> {
  const told = { registerId, registerName, ...chain, broughtInAt: now }
  if (!hasTrail) return { ...told, document: null }
  const about = { document: newId(), name: `Revisions 1 to ${chain.seq} of ${registerName}.jsonl`, at: now }
  const lines = watched(await openFile(reader, WHOLE_FILES.revisions), () =>
    step(0, 1, 'Keeping the earlier trail as evidence'),
  )
  await shelf.add(whileThereIsRoom(lines, file, about), about)
  shelf.keep([about.document], now)
  return { ...told, document: about.document }
}
