import { ControlMessage } from '#shared/rpc/control.ts'
import type { Engine } from './start.ts'

/** Does what the shell says on its own channel; anything that is not a control message is passed by. */
export async function obey(engine: Engine, message: unknown): Promise<void> {
  const control = ControlMessage.safeParse(message)
  if (!control.success) return
  switch (control.data.control) {
    case 'grant':
      return engine.grants.allow(control.data.path)
    case 'grantReading':
      return engine.grants.allowReading(control.data.path)
    case 'lock':
      return engine.lock(control.data.because)
    case 'shutdown':
      await engine.close()
      process.exit(0)
  }
}
