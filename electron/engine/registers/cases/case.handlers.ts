import type { caseProcedures } from '#shared/registers/cases/case.contract.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { caseCheckHandlers } from './case-checks.handlers.ts'
import { caseDocumentHandlers } from './case-documents.handlers.ts'
import { caseFileHandlers } from './case-files.handlers.ts'
import { caseGateHandlers } from './case-gate.handlers.ts'
import { caseLifeHandlers } from './case-life.handlers.ts'
import { caseMarkHandlers } from './case-marks.handlers.ts'
import { casePackHandlers } from './case-packs.handlers.ts'
import { casePageHandlers } from './case-pages.handlers.ts'
import { casePeopleHandlers } from './case-people.handlers.ts'

export const caseHandlers: HandlersFor<typeof caseProcedures> = {
  ...caseFileHandlers,
  ...casePageHandlers,
  ...caseDocumentHandlers,
  ...casePeopleHandlers,
  ...caseMarkHandlers,
  ...caseCheckHandlers,
  ...casePackHandlers,
  ...caseGateHandlers,
  ...caseLifeHandlers,
}
