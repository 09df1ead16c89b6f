import type { Contract } from '#shared/rpc/contract.ts'
import { activityHandlers } from '../registers/activities/activity.handlers.ts'
import { archiveHandlers } from '../registers/archives/archive.handlers.ts'
import { assessmentHandlers } from '../registers/assessments/assessment.handlers.ts'
import { breachHandlers } from '../registers/breaches/breach.handlers.ts'
import { caseHandlers } from '../registers/cases/case.handlers.ts'
import { contractHandlers } from '../registers/contracts/contract.handlers.ts'
import { documentHandlers } from '../registers/documents/document.handlers.ts'
import { gapHandlers } from '../registers/gaps/gap.handlers.ts'
import { historyHandlers } from '../registers/history/history.handlers.ts'
import { letterHandlers } from '../registers/letters/letter.handlers.ts'
import { noticeHandlers } from '../registers/notices/notice.handlers.ts'
import { organisationHandlers } from '../registers/organisations/organisation.handlers.ts'
import { portabilityHandlers } from '../registers/portability/portability.handlers.ts'
import { processorHandlers } from '../registers/processors/processor.handlers.ts'
import { recipientHandlers } from '../registers/recipients/recipient.handlers.ts'
import { recordHandlers } from '../registers/records/record.handlers.ts'
import { registerFileHandlers } from '../registers/registerFile/registerFile.handlers.ts'
import { reportHandlers } from '../registers/reports/report.handlers.ts'
import { intakeHandlers } from '../registers/requests/intake.handlers.ts'
import { retentionHandlers } from '../registers/retention/retention-rule.handlers.ts'
import { searchHandlers } from '../registers/search/search.handlers.ts'
import { searchRecordHandlers } from '../registers/searches/search-record.handlers.ts'
import { settingsHandlers } from '../registers/settings/settings.handlers.ts'
import { todayHandlers } from '../registers/today/today.handlers.ts'
import { transferHandlers } from '../registers/transfers/transfer.handlers.ts'
import { suppressionHandlers } from '../registers/suppressions/suppression.handlers.ts'
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
  ...recordHandlers,
  ...assessmentHandlers,
  ...noticeHandlers,
  ...breachHandlers,
  ...intakeHandlers,
  ...searchRecordHandlers,
  ...caseHandlers,
  ...portabilityHandlers,
  ...recipientHandlers,
  ...documentHandlers,
  ...retentionHandlers,
  ...suppressionHandlers,
  ...processorHandlers,
  ...transferHandlers,
  ...todayHandlers,
  ...gapHandlers,
  ...historyHandlers,
  ...viewHandlers,
  ...settingsHandlers,
  ...searchHandlers,
  ...letterHandlers,
  ...reportHandlers,
  ...archiveHandlers,
}
