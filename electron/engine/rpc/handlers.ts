import type { Contract } from '#shared/rpc/contract.ts'
import { activityHandlers } from '../registers/activities/activity.handlers.ts'
import { contractHandlers } from '../registers/contracts/contract.handlers.ts'
import { gapHandlers } from '../registers/gaps/gap.handlers.ts'
import { historyHandlers } from '../registers/history/history.handlers.ts'
import { organisationHandlers } from '../registers/organisations/organisation.handlers.ts'
import { registerFileHandlers } from '../registers/registerFile/registerFile.handlers.ts'
import { reportHandlers } from '../registers/reports/report.handlers.ts'
import { searchHandlers } from '../registers/search/search.handlers.ts'
import { settingsHandlers } from '../registers/settings/settings.handlers.ts'
import { viewHandlers } from '../registers/views/view.handlers.ts'
import { vocabularyHandlers } from '../registers/vocabulary/term.handlers.ts'
import type { HandlersFor } from './context.ts'

/** The type makes a missing register a compile error. A register adds one line here. */
export const handlers: HandlersFor<Contract> = {
  ...registerFileHandlers,
  ...organisationHandlers,
  ...contractHandlers,
  ...activityHandlers,
  ...vocabularyHandlers,
  ...gapHandlers,
  ...historyHandlers,
  ...viewHandlers,
  ...settingsHandlers,
  ...searchHandlers,
  ...reportHandlers,
}
