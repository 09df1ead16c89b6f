import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** What stands there before a file was added, with one worked example. */
export function NoFilesYet() {
  return (
    <EmptyState
      title="Nothing to take along yet"
      example={
        <>
          <p>
            For example a foster carer moves to another agency. The portal gives <strong>accounts.csv</strong>
            , 14 columns: name, email and availability were <strong>provided</strong> under the contract and
            go along; the times of logging in were <strong>observed</strong> and go along; the suitability
            score was <strong>worked out</strong> and is left out, with the way to have it by a request for
            access.
          </p>
          <p>That is decided once for the portal. Next time the file is only added, looked at and built.</p>
        </>
      }
    >
      Add what the systems hold about the person: the export of a portal, a mailing list, a booking system.
      What was provided by the person or observed of them, on consent or a contract and by computer, goes into
      the export (UK GDPR Art 20(1)); everything else is left out, and said so.
    </EmptyState>
  )
}
