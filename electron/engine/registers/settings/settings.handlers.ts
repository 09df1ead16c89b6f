import type { settingsProcedures } from '#shared/registers/settings/settings.contract.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { settingsKind } from './settings.kind.ts'

export const settingsHandlers: HandlersFor<typeof settingsProcedures> = {
  'settings.get': ({ db }) => getRecord(db, settingsKind, 'settings'),

  'settings.change': async ({ db, ledger }, { changes }) => {
    const settings = settingsKind.schema.parse({
      ...(await getRecord(db, settingsKind, 'settings')),
      ...changes,
    })
    const regulators = settings.regulators.toSorted((one, other) => one.from.localeCompare(other.from))
    await ledger.put(settingsKind, { ...settings, regulators })
    return { ...settings, regulators }
  },
}
