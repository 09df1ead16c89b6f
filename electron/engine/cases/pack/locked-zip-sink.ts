import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { FromEngine } from '../../../binder/messages.ts'
import type { ZipSink } from '../../archive/zip-sink.ts'
import { bindingError, startBinder } from './binder-process.ts'

type Lock = Extract<FromEngine, { say: 'zip' }>['lock']

/** Begins a zip whose files the binder encrypts; only encrypted bytes reach the disk. */
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
  return {
    async add({ name, source, store }) {
      const bytes = source instanceof Readable ? await gathered(source) : source
      await Promise.race([failed, asked({ say: 'add', name, store }, [bytes])])
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

async function gathered(source: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of source) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
