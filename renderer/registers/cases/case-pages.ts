import type { RecordPage } from '#renderer/ui/described/register-props.ts'
import { SecondCheckPage } from './check/SecondCheckPage.tsx'
import { CaseDocumentsPage } from './documents/CaseDocumentsPage.tsx'
import { PackPage } from './pack/PackPage.tsx'
import { PeoplePage } from './people/PeoplePage.tsx'
import { ReviewPage } from './review/ReviewPage.tsx'

/** The pages of a request for access that show its documents. */
export const CASE_PAGES: readonly RecordPage[] = [
  { page: 'documents', label: 'Documents', Page: CaseDocumentsPage, isWide: true },
  { page: 'review', label: 'Review', Page: ReviewPage, isWide: true },
  { page: 'people', label: 'People', Page: PeoplePage, isWide: true },
  { page: 'check', label: 'Second check', Page: SecondCheckPage, isWide: true },
  { page: 'pack', label: 'Pack', Page: PackPage },
]
