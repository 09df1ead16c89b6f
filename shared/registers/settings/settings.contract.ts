import { z } from 'zod'
import { command, query } from '#shared/rpc/procedure.ts'
import { Settings } from './settings.schema.ts'

export const settingsProcedures = {
  'settings.get': query({ input: z.object({}), output: Settings }),
  'settings.change': command({
    input: z.object({ changes: Settings.omit({ id: true }).partial() }),
    output: Settings,
  }),
} as const
