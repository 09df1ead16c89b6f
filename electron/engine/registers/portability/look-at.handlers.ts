import type { portabilityProcedures } from '#shared/registers/portability/portability.contract.ts'
import { lookAtSource } from '../../portability/sources/look-at-source.ts'
import type { HandlersFor } from '../../rpc/context.ts'

/** Looks at a file that a system exported, before anything is decided about it. */
export const lookAtHandlers = {
  'portability.lookAt': ({ mayRead, step }, { path, table, options }) => {
    mayRead(path)
    return lookAtSource(path, table, options, step)
  },
} satisfies Pick<HandlersFor<typeof portabilityProcedures>, 'portability.lookAt'>
