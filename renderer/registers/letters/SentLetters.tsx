import { Button } from '@mantine/core'
import type { AnyRecord } from '#shared/described/register.ts'
import { sayOfSentLetter, type SentLetter } from '#shared/registers/requests/sent-letter.ts'
import { formatInstant } from '#shared/time/plain-date.ts'
import { LetterPreview } from './LetterPreview.tsx'
import classes from './letters.module.css'
import { useSaveLetter } from './useSaveLetter.ts'

type SentLettersProps = {
  readonly record: AnyRecord
  readonly letters: readonly SentLetter[]
}

/** The letters that were sent, each to read and to save again as it was. */
export function SentLetters({ record, letters }: SentLettersProps) {
  const { save, isPending } = useSaveLetter()
  if (letters.length === 0)
    return <p>None yet. “Record as sent” keeps a letter whole, whatever the register says later.</p>
  return letters.map((sent) => (
    <details key={sent.id} className={classes.made}>
      <summary>{sayOfSentLetter(sent)}</summary>
      <p className={classes.quiet}>
        Sent by {sent.sentBy}. Recorded {formatInstant(sent.recordedAt)}.{' '}
        {sent.incompleteBecause && `Sent with something in brackets: ${sent.incompleteBecause} `}
        Seal {sent.sha256.slice(0, 16)}…; PDF {sent.pdfSha256.slice(0, 16)}…
      </p>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          loading={isPending}
          aria-label={`Save as PDF: ${sayOfSentLetter(sent)}`}
          onClick={() =>
            void save(
              { register: 'requests', id: record.id, letter: sent.kind, version: sent.version },
              'pdf',
              [record.reference, sent.kind, 'as sent'].filter(Boolean).join(' '),
              sent.id,
            )
          }
        >
          Save as PDF…
        </Button>
      </div>
      <LetterPreview
        letter={sent.letter}
        register="requests"
        record={record}
        label={`As sent: ${sayOfSentLetter(sent)}`}
      />
    </details>
  ))
}
