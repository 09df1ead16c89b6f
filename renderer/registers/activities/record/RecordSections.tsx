import { GapSummary } from '#renderer/ui/gaps/GapSummary.tsx'
import { useActivity } from './activity-record.ts'
import { Abroad } from './sections/Abroad.tsx'
import { DecisionsAndDpia } from './sections/DecisionsAndDpia.tsx'
import { HowLong } from './sections/HowLong.tsx'
import { PeopleAndData } from './sections/PeopleAndData.tsx'
import { ProvenanceAndNotes } from './sections/ProvenanceAndNotes.tsx'
import { RightsAndNotices } from './sections/RightsAndNotices.tsx'
import { WhatAndWhy } from './sections/WhatAndWhy.tsx'
import { WhereFrom } from './sections/WhereFrom.tsx'
import { WhereHeld } from './sections/WhereHeld.tsx'
import { WhoGetsIt } from './sections/WhoGetsIt.tsx'

/** The record in the order of the regulator's template. */
export function RecordSections() {
  const { value } = useActivity()
  return (
    <>
      <GapSummary register="activities" id={value.id} />
      <WhatAndWhy />
      <PeopleAndData />
      <WhereFrom />
      <WhoGetsIt />
      <Abroad />
      <HowLong />
      <WhereHeld />
      <DecisionsAndDpia />
      <RightsAndNotices />
      <ProvenanceAndNotes />
    </>
  )
}
