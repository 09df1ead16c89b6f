import { call } from '#renderer/api/engine.ts'

/** Locks the register; the engine says so to every window, and each forgets what it showed. */
export function lockNow(): void {
  void call('registerFile.lock', {}).catch(() => undefined)
}
