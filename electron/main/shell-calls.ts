import { ipcMain } from 'electron'
import { z } from 'zod'
import { AppError, type WireError } from '#shared/errors.ts'
import { type ShellContract, type ShellProcedureName, shellContract } from '#shared/rpc/shell-contract.ts'
import type { Reply } from '#shared/rpc/wire.ts'
import { log } from './log.ts'
import { isOurPage } from './pages.ts'

const BUG = { code: 'bug', message: 'Something went wrong in the program.' } as const satisfies WireError

const Envelope = z.strictObject({
  id: z.int().positive(),
  procedure: z.enum(Object.keys(shellContract) as [ShellProcedureName, ...ShellProcedureName[]]),
  input: z.unknown(),
})

/** One handler per shell procedure; a missing one does not compile. */
export type ShellHandlers = {
  readonly [P in ShellProcedureName]: (
    input: z.output<ShellContract[P]['input']>,
  ) => Promise<z.input<ShellContract[P]['output']>>
}

/** Answers the windows' shell calls: the sender and the message are checked here, once, for all of them. */
export function answerShellCalls(handlers: ShellHandlers): void {
  ipcMain.handle('shell', async ({ senderFrame }, message: unknown): Promise<Reply> => {
    const envelope = Envelope.safeParse(message)
    const id = envelope.data?.id ?? 0
    if (!isOurPage(senderFrame) || !envelope.success) {
      log('refused a shell call', { sender: isOurPage(senderFrame) })
      return { id, ok: false, error: BUG }
    }
    return answer(handlers, envelope.data)
  })
}

async function answer(
  handlers: ShellHandlers,
  { id, procedure, input }: z.infer<typeof Envelope>,
): Promise<Reply> {
  const { input: inputSchema, output: outputSchema } = shellContract[procedure]
  const handler = handlers[procedure] as (input: unknown) => Promise<unknown>
  try {
    const parsed = inputSchema.safeParse(input)
    if (!parsed.success) throw new AppError('invalid', 'The shell was asked in a way it does not know.')
    return { id, ok: true, value: outputSchema.parse(await handler(parsed.data)) }
  } catch (error) {
    if (error instanceof AppError) return { id, ok: false, error: error.toWire() }
    log('a shell call failed', { procedure, error: error instanceof Error ? error.name : 'unknown' })
    return { id, ok: false, error: BUG }
  }
}
