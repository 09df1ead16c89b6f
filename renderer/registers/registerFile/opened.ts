import { type OpenStatus, sessionStore } from '#renderer/api/session.ts'
import { shell } from '#renderer/api/shell.ts'
import type { RegisterStatus } from '#shared/registers/registerFile/registerFile.contract.ts'

/** Lets the workbench appear: a register is open. */
export function opened(status: RegisterStatus): void {
  if (status.state !== 'open') return
  sessionStore.set({ phase: 'open', status })
  void shell('shell.rememberRegister', { path: status.path }).catch(() => undefined)
}

/** The status of a register that was just opened; anything else is the program's fault. */
export function openStatus(status: RegisterStatus): OpenStatus {
  if (status.state !== 'open') throw new Error('The register was expected to be open.')
  return status
}
