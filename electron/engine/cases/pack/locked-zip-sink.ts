import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { FromEngine } from '../../../binder/messages.ts'
import type { ZipSink } from '../../archive/zip-sink.ts'
import { bindingError, startBinder } from './binder-process.ts'

type Lock = Extract<FromEngine, { say: 'zip' }>['lock']

/**
 * Begins a zip whose files the binder encrypts; only encrypted bytes reach the disk. Files that come as streams are
 * never held whole; only those that come as buffers give the same bytes again.
 */
export async function openLockedZip(path: string, lock: Lock): Promise<ZipSink> {
  const output = createWriteStream(path, { mode: 0o600 })
  const failed = once(output, 'error').then(([error]) => Promise.reject(error as Error))
  failed.catch(() => {})
  const binder = await startBinder((bytes) => void output.write(bytes))
  const settled = async () => {
    if (output.writableNeedDrain) await Promise.race([failed, once(output, 'drain')])
  }
  const asked = (what: Parameters<typeof binder.ask>[0], bytes?: Iterable<Uint8Array>) =>
    binder.ask(what, bytes).catch((error: unknown) => {
      throw bindingError(error, 'The encrypted zip')
    })
  await asked({ say: 'zip', lock })
  async function addParts(name: string, source: Readable, store: boolean): Promise<void> {
    await asked({ say: 'begin', name, store })
    for await (const part of partsOf(source)) {
      await Promise.race([failed, asked({ say: 'more' }, [part])])
      await settled()
    }
    await Promise.race([failed, asked({ say: 'whole' })])
    await settled()
  }
  return {
    async add({ name, source, store }) {
      if (source instanceof Readable) return addParts(name, source, store)
      await Promise.race([failed, asked({ say: 'add', name, store }, [source])])
      await settled()
    },
    async end() {
      await asked({ say: 'end' })
      binder.close()
      output.end()
      await Promise.race([failed, finished(output)])
    },
    abandon() {
      binder.close()
      output.destroy()
    },
  }
}

/** Bytes sent to the binder at a time: each waits for its answer, so that nothing heaps up on either side. */
const PART = 1 << 20

async function* partsOf(source: Readable): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of source) {
    pieces.push(piece as Buffer)
    bytes += (piece as Buffer).length
    if (bytes < PART) continue
    yield Buffer.concat(pieces)
    pieces = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(pieces)
}
