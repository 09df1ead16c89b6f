import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** What the page shows before anything is typed: how a search works, with one example. */
export function NothingTyped() {
  return (
    <EmptyState
      title="Type what you remember"
      example={
        <>
          <p>
            <strong>fost care</strong> finds “Foster carers’ assessments”: each word may be just the beginning
            of one, in any order, with or without capitals and accents.
          </p>
          <p>
            <strong>HS-09</strong> finds that one reference. <kbd>↓</kbd> leads into the results,{' '}
            <kbd>Enter</kbd> opens the one you are on, or the best one from the field.
          </p>
        </>
      }
    >
      Names, references, purposes, notes and the words of what a record refers to are searched, in every
      register. As at a past day, the search finds what the register held then.
    </EmptyState>
  )
}

/** What the page shows when nothing matches, and the way out. */
export function NothingFound({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return (
    <EmptyState title="Nothing matches">
      Try fewer words, or only the beginning of each: a result must hold them all.
      {isNarrowed && ' Or choose “All registers”: only some are searched now.'}
    </EmptyState>
  )
}
