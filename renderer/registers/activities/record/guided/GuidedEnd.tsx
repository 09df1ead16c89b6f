import { FlowPanel } from '#renderer/ui/flow/FlowPanel.tsx'
import { GapSummary } from '#renderer/ui/gaps/GapSummary.tsx'
import { useActivity } from '../activity-record.ts'

/** What the capture ends with: what the law still asks for, and the picture of what was said. */
export function GuidedEnd() {
  const { value } = useActivity()
  return (
    <>
      <GapSummary register="activities" id={value.id} startsOpen />
      <FlowPanel title={value.name} activities={value} fileName={`Data flow ${value.name}`} />
    </>
  )
}
