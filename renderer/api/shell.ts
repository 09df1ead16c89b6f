import { AppError } from '#shared/errors.ts'
import type { ShellInput, ShellOutput, ShellProcedureName } from '#shared/rpc/shell-contract.ts'

/** Asks the shell for what only it can do; throws `AppError` when it says no. */
export async function shell<P extends ShellProcedureName>(
  procedure: P,
  input: ShellInput<P>,
): Promise<ShellOutput<P>> {
  const reply = await window.engine.shell(procedure, input)
  if (!reply.ok) throw AppError.fromWire(reply.error)
  return reply.value as ShellOutput<P>
}
