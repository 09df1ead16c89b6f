import type { archiveProcedures } from '#shared/registers/archives/archive.contract.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { dpvHandlers } from './dpv.handlers.ts'
import { exitHandlers } from './exit.handlers.ts'

export const archiveHandlers = { ...exitHandlers, ...dpvHandlers } as HandlersFor<typeof archiveProcedures>
