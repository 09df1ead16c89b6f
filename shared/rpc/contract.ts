import { activityProcedures } from '#shared/registers/activities/activity.contract.ts'
import { archiveProcedures } from '#shared/registers/archives/archive.contract.ts'
import { assessmentProcedures } from '#shared/registers/assessments/assessment.contract.ts'
import { breachProcedures } from '#shared/registers/breaches/breach.contract.ts'
import { caseProcedures } from '#shared/registers/cases/case.contract.ts'
import { contractProcedures } from '#shared/registers/contracts/contract.contract.ts'
import { documentProcedures } from '#shared/registers/documents/document.contract.ts'
import { gapProcedures } from '#shared/registers/gaps/gap.contract.ts'
import { historyProcedures } from '#shared/registers/history/history.contract.ts'
import { letterProcedures } from '#shared/registers/letters/letter.contract.ts'
import { noticeProcedures } from '#shared/registers/notices/notice.contract.ts'
import { organisationProcedures } from '#shared/registers/organisations/organisation.contract.ts'
import { portabilityProcedures } from '#shared/registers/portability/portability.contract.ts'
import { processorProcedures } from '#shared/registers/processors/processor.contract.ts'
import { recipientProcedures } from '#shared/registers/recipients/recipient.contract.ts'
import { recordProcedures } from '#shared/registers/records/record.contract.ts'
import { registerFileProcedures } from '#shared/registers/registerFile/registerFile.contract.ts'
import { reportProcedures } from '#shared/registers/reports/report.contract.ts'
import { intakeProcedures } from '#shared/registers/requests/intake/intake.contract.ts'
import { retentionProcedures } from '#shared/registers/retention/retention-rule.contract.ts'
import { searchProcedures } from '#shared/registers/search/search.contract.ts'
import { searchRecordProcedures } from '#shared/registers/searches/search-record.contract.ts'
import { settingsProcedures } from '#shared/registers/settings/settings.contract.ts'
import { transferProcedures } from '#shared/registers/transfers/transfer.contract.ts'
import { suppressionProcedures } from '#shared/registers/suppressions/suppression.contract.ts'
import { viewProcedures } from '#shared/registers/views/view.contract.ts'
import { todayProcedures } from '#shared/registers/today/today.contract.ts'
import { vocabularyProcedures } from '#shared/registers/vocabulary/term.contract.ts'
import type { InputOf, OutputOf } from './procedure.ts'

/** Everything that may be asked of the engine. A register adds one line here. */
export const contract = {
  ...registerFileProcedures,
  ...organisationProcedures,
  ...contractProcedures,
  ...activityProcedures,
  ...vocabularyProcedures,
  ...recordProcedures,
  ...assessmentProcedures,
  ...noticeProcedures,
  ...breachProcedures,
  ...intakeProcedures,
  ...searchRecordProcedures,
  ...caseProcedures,
  ...portabilityProcedures,
  ...recipientProcedures,
  ...documentProcedures,
  ...retentionProcedures,
  ...suppressionProcedures,
  ...processorProcedures,
  ...transferProcedures,
  ...todayProcedures,
  ...gapProcedures,
  ...historyProcedures,
  ...viewProcedures,
  ...settingsProcedures,
  ...searchProcedures,
  ...letterProcedures,
  ...reportProcedures,
  ...archiveProcedures,
} as const

export type Contract = typeof contract
export type ProcedureName = keyof Contract
type NamesOf<Kind> = { [P in ProcedureName]: Contract[P]['kind'] extends Kind ? P : never }[ProcedureName]
export type QueryName = NamesOf<'query'>
export type CommandName = NamesOf<'command'>
export type TaskName = NamesOf<'task'>
export type FileActionName = NamesOf<'file'>
export type Input<P extends ProcedureName> = InputOf<Contract[P]>
export type Output<P extends ProcedureName> = OutputOf<Contract[P]>
