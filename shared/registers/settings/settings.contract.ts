import { z } from 'zod'
import { command, query } from '#shared/rpc/procedure.ts'
import { SettingsChanges, Settings } from './settings.schema.ts'

export const settingsProcedures = {
  'settings.get': query({ input: z.object({}), output: Settings }),
  'settings.change': command({
    input: z.object({ changes: SettingsChanges }),
    output: Settings,
  }),
} as const
