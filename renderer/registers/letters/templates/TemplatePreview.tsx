import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { LinksField } from '#renderer/ui/described/fields/LinksField.tsx'
import type { TemplateKey, TemplateWords } from '#shared/registers/requests/templates/template.schema.ts'
import { LetterPreview } from '../LetterPreview.tsx'
import classes from './templates.module.css'

/** How long typing may pause before the letter is made anew, in milliseconds. */
const PAUSE_MS = 250

type TemplatePreviewProps = {
  readonly template: TemplateKey
  readonly words: TemplateWords
  readonly firstRequest: string | null
}

/** The letter that a wording makes, of a made-up request or of one that is chosen. */
export function TemplatePreview({ template, words, firstRequest }: TemplatePreviewProps) {
  const [requestId, setRequest] = useState(firstRequest)
  const [asked] = useDebouncedValue(words, PAUSE_MS)
  const { data: letter, error } = useEngineQuery(
    'letters.previewTemplate',
    {
      ...template,
      words: {
        subject: asked.subject,
        paragraphs: asked.paragraphs.map(({ kind, text }) => ({ kind, text })),
      },
      requestId,
    },
    { keepPrevious: true },
  )
  return (
    <section className={classes.preview} aria-labelledby="preview-heading">
      <h2 id="preview-heading">What it makes</h2>
      <LinksField
        label="Shown for"
        hint={requestId ? undefined : 'A made-up request: choose one to see it filled from the register'}
        register="requests"
        single
        value={requestId ? [requestId] : []}
        disabled={false}
        onChange={(ids) => setRequest(ids[0] ?? null)}
      />
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {letter && (
        <LetterPreview
          letter={letter}
          register="requests"
          record={{ id: requestId ?? '', organisationId: null }}
          label="Preview of the letter"
          isPlain={requestId === null}
        />
      )}
    </section>
  )
}
