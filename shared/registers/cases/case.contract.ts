import { caseDocumentProcedures } from './case-documents.contract.ts'
import { caseFileProcedures } from './case-files.contract.ts'
import { caseLifeProcedures } from './case-life.contract.ts'
import { casePackProcedures } from './case-packs.contract.ts'
import { casePageProcedures } from './case-pages.contract.ts'

/** What can be done with the documents of a request for access. */
export const caseProcedures = {
  ...caseFileProcedures,
  ...casePageProcedures,
  ...caseDocumentProcedures,
  ...casePackProcedures,
  ...caseLifeProcedures,
} as const
