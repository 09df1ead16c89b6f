import { LetterSheet } from '#renderer/ui/letters/LetterSheet.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { SentNotice } from '#shared/registers/breaches/kept.ts'
import { wordsOfSource } from './letter-sources.ts'
import classes from './letters-page.module.css'

/** The letters and notices that were kept, each as it read then. */
export function NoticesMade({ breach }: { readonly breach: Breach }) {
  const made = breach.sentNotices.toReversed()
  return (
    <Section title="Made and sent" hint="As they read then; nothing changes them afterwards">
      {made.length === 0 && <p>None yet. “Record as sent” keeps the wording as it reads at that moment.</p>}
      {made.map((notice) => (
        <details key={notice.id} className={classes.made}>
          <summary>{wordsOf(notice)}</summary>
          <p className={classes.quiet}>
            Recorded {formatUkMoment(notice.madeAt)} by {notice.madeBy}. SHA-256 {notice.sha256}
          </p>
          {notice.wordings.map(({ version, letter }) => (
            <div key={version}>
              <h4>{version}</h4>
              <LetterSheet letter={letter} label={`${version}, as sent`} wordsOf={wordsOfSource} />
            </div>
          ))}
        </details>
      ))}
    </Section>
  )
}

function wordsOf({ kind, count, sentAt, how, wordings }: SentNotice): string {
  const what = {
    letters: count === 1 ? 'Letter to 1 person' : `Letters to ${count} people`,
    publicNotice: 'Public notice',
    controllerNotice: `Notice to ${wordings[0]?.version ?? 'the controller'}`,
  }[kind]
  const when = sentAt ? `sent ${formatUkMoment(sentAt)}` : 'made, not recorded as sent'
  return [what, when, how].filter(Boolean).join(', ')
}
