import type { VolumeLock } from './bind-volumes.ts'
import { type Binder, bindingError, startBinder } from './binder-process.ts'
import { lockWorkbook } from '../workbooks/lock-workbook.ts'

/** Encrypts the files of a pack one after the other, each in the way of its kind; without a lock they stay open. */
export function startLocker(lock: VolumeLock) {
  let binder: Binder | null = null
  return {
    async lock(bytes: Buffer, name: string): Promise<Buffer> {
      if (!lock) return bytes
      if (name.endsWith('.xlsx')) return lockWorkbook(bytes, lock)
      try {
        binder ??= await startBinder()
        await binder.ask({ say: 'lock', lock }, [bytes])
        return binder.taken()
      } catch (error) {
        throw bindingError(error, 'A file of the pack')
      }
    },
    close: () => binder?.close(),
  }
}
