import { caseCheckProcedures } from './case-checks.contract.ts'
import { caseDocumentProcedures } from './case-documents.contract.ts'
import { caseFileProcedures } from './case-files.contract.ts'
import { caseGateProcedures } from './case-gate.contract.ts'
import { caseLifeProcedures } from './case-life.contract.ts'
import { caseMarkProcedures } from './case-marks.contract.ts'
import { casePackProcedures } from './case-packs.contract.ts'
import { casePageProcedures } from './case-pages.contract.ts'
import { casePeopleProcedures } from './case-people.contract.ts'

/** What can be done with the documents of a request for access. */
export const caseProcedures = {
  ...caseFileProcedures,
  ...casePageProcedures,
  ...caseDocumentProcedures,
  ...casePeopleProcedures,
  ...caseMarkProcedures,
  ...caseCheckProcedures,
  ...casePackProcedures,
  ...caseGateProcedures,
  ...caseLifeProcedures,
} as const
