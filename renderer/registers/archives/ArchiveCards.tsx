import { DataPrivacyVocabulary } from './DataPrivacyVocabulary.tsx'
import { LeaveWithEverything } from './LeaveWithEverything.tsx'

/** What leaves the register whole, or in another vocabulary. */
export function ArchiveCards() {
  return (
    <>
      <LeaveWithEverything />
      <DataPrivacyVocabulary />
    </>
  )
}
