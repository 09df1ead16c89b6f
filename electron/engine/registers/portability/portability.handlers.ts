import type { portabilityProcedures } from '#shared/registers/portability/portability.contract.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { buildHandlers } from './build.handlers.ts'
import { lookAtHandlers } from './look-at.handlers.ts'
import { mappingHandlers } from './mappings.handlers.ts'

export const portabilityHandlers = {
  ...lookAtHandlers,
  ...mappingHandlers,
  ...buildHandlers,
} as HandlersFor<typeof portabilityProcedures>
