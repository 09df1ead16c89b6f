import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** What stands there before a term was saved. */
export function NoTermsYet() {
  return (
    <EmptyState
      title="No term is saved yet"
      example={
        <>
          <p>
            <strong>14 Elm Grove</strong> with the label “an address” is found however it is spaced or broken
            over lines.
          </p>
          <p>
            The pattern <code>Ref\.?\s*\d&#123;6&#125;</code> finds “Ref. 204471” and “Ref 118302”.
          </p>
          <p>
            <strong>Elm Grove School</strong> under “Let stay” keeps the school visible, whatever else finds
            “Elm Grove”.
          </p>
        </>
      }
    >
      Words and patterns that identify somebody or something, looked for in every page. People are found under
      People; terms are for what is no person: addresses, file numbers, names of places. A term proposes
      marks, which are accepted or rejected in Review.
    </EmptyState>
  )
}
