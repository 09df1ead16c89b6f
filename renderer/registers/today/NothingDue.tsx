import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** What the queue shows while nothing is due: what would stand here, with an example. */
export function NothingDue({ isNarrowed }: { readonly isNarrowed: boolean }) {
  if (isNarrowed)
    return (
      <EmptyState title="Nothing is due here">
        This organisation has no date to keep. Clear the organisation to see everybody’s dates.
      </EmptyState>
    )
  return (
    <EmptyState
      title="Nothing is due"
      example={
        <>
          <p>
            <strong>Tue 5 January 2027</strong>, in 3 days: answer the request of a parent for the family
            file.
          </p>
          <p>
            It was received on Fri 4 December 2026; one month later is Mon 4 January 2027, a bank holiday in
            Scotland, so the last day is the day after. UK GDPR Art 12A.
          </p>
        </>
      }
    >
      Every date to keep stands here by itself, the most urgent first: answers to requests, the 72 hours of a
      breach, complaints, reviews, contracts that end. Each comes from what a record says, and tells how.
    </EmptyState>
  )
}
