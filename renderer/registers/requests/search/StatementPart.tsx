import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import classes from './search-record.module.css'

/** The statement of a reasonable and proportionate search, as the record says it now. @source UK GDPR Art 15 */
export function StatementPart({ record }: { readonly record: AnyRecord }) {
  const { disabled, change } = useDescribedRecord()
  const { data, error } = useEngineQuery('searches.statement', { request: record.id }, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return <div aria-busy />
  const { parts, text } = data
  const searched = (record as unknown as RequestRecord).searched
  const isThere = searched.trim() === text.trim()
  return (
    <Section title="Statement of the search" hint="Writes itself from the record above; UK GDPR Art 15(1A)">
      <article className={classes.statement} aria-label="Statement of the search">
        {parts.map(({ kind, text: words }) =>
          kind === 'heading' ? (
            <h4 key={words}>{words}</h4>
          ) : (
            <p key={words} className={kind === 'point' ? classes.point : undefined}>
              {words}
            </p>
          ),
        )}
      </article>
      <div className={classes.actions}>
        <Button variant="default" disabled={disabled || isThere} onClick={() => change({ searched: text })}>
          Put it into the record
        </Button>
        <Button
          variant="default"
          onClick={() => {
            putOnClipboard(text)
            notifications.show({ message: 'The statement is on the clipboard as text.' })
          }}
        >
          Copy as text
        </Button>
        <span role="status" className={classes.quiet}>
          {isThere && 'The record holds it as it reads now; the letters and the pack take it from there.'}
          {!isThere &&
            searched.trim() !== '' &&
            'The record holds other words: putting this in replaces them.'}
        </span>
      </div>
    </Section>
  )
}
