import type { settingsProcedures } from '#shared/registers/settings/settings.contract.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { readSettings, settingsKind } from './settings.kind.ts'

export const settingsHandlers: HandlersFor<typeof settingsProcedures> = {
  'settings.get': ({ db }) => readSettings(db),

  'settings.change': async ({ db, ledger }, { changes }) => {
    const settings = settingsKind.schema.parse({
      ...(await readSettings(db)),
      ...changes,
    })
    const regulators = settings.regulators.toSorted((one, other) => one.from.localeCompare(other.from))
    await ledger.put(settingsKind, { ...settings, regulators })
    return { ...settings, regulators }
  },
}
