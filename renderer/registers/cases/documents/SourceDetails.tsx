import { Button, PasswordInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { Source } from '#shared/cases/source.ts'
import { HIDDEN_LABELS } from '#shared/cases/words.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { nameToSave, nameToShow, sizeInWords } from '#shared/registers/documents/document-rules.ts'
import classes from './documents.module.css'

type SourceDetailsProps = { readonly request: string; readonly source: Source }

/** All that is known of a file: why it was not read and what to do, what does not show, its hash; and its original. */
export function SourceDetails({ request, source }: SourceDetailsProps) {
  const { data } = useEngineQuery('cases.source', { request, source: source.id })
  return (
    <div className={classes.details}>
      {source.wayOut !== '' && <p>{source.wayOut}</p>}
      {source.state !== 'read' && source.state !== 'waiting' && (
        <ReadAgain request={request} source={source} />
      )}
      <dl>
        <dt>Where</dt>
        <dd>
          <bdi>{nameToShow(source.path)}</bdi>
        </dd>
        <dt>Length</dt>
        <dd>{sizeInWords(source.bytes)}</dd>
        <dt>SHA-256</dt>
        <dd className={classes.hash}>{source.sha256}</dd>
        <dt>Brought in</dt>
        <dd>
          {formatUkMoment(source.takenInAt)} by {source.takenInBy}
        </dd>
        {source.facts.map(({ label, text }) => (
          <Fact key={label} label={label} text={text} />
        ))}
        {source.hidden.map(({ kind, says }) => (
          <Fact key={`${kind} ${says}`} label={HIDDEN_LABELS[kind]} text={says} />
        ))}
        {data && data.parts.length > 0 && (
          <Fact label="Files in it" text={data.parts.map(({ name }) => nameToShow(name)).join(', ')} />
        )}
      </dl>
      <div className={classes.actions}>
        {data?.firstPage && (
          <RouteLink href={hrefOf('requests', request, 'review', { page: String(data.firstPage) })}>
            Look at its pages
          </RouteLink>
        )}
        <SaveOriginal request={request} source={source} />
      </div>
    </div>
  )
}

function Fact({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  )
}

function SaveOriginal({ request, source }: SourceDetailsProps) {
  const save = useEngineTask('cases.saveOriginal')
  const run = async () => {
    try {
      const suggestedName = nameToSave(source.name)
      const { path } = await shell('shell.chooseSavePath', { suggestedName, kind: 'any' })
      if (!path) return
      await save.mutateAsync({ request, source: source.id, to: path })
      notifications.show({ title: 'The original was written', message: path })
    } catch (error) {
      notifications.show({ color: 'red', title: 'The original was not written', message: sentenceOf(error) })
    }
  }
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconDownload size={14} aria-hidden />}
      loading={save.isPending}
      onClick={() => void run()}
    >
      Save the original…
    </Button>
  )
}

/** A second attempt, with the password where there is one; it is kept nowhere. */
function ReadAgain({ request, source }: SourceDetailsProps) {
  const { canEdit } = useCanEdit()
  const again = useEngineTask('cases.readAgain')
  const [password, setPassword] = useState('')
  if (!canEdit) return null
  return (
    <form
      className={classes.again}
      onSubmit={(event) => {
        event.preventDefault()
        again.mutate({ request, source: source.id, password: password === '' ? null : password })
      }}
    >
      <PasswordInput
        label="Password of the file, if it has one"
        description="Used for this attempt only, and kept nowhere."
        value={password}
        onChange={({ currentTarget: { value } }) => setPassword(value)}
      />
      <Button type="submit" variant="default" loading={again.isPending}>
        Read it again
      </Button>
      {again.error && <p role="alert">{sentenceOf(again.error)}</p>}
    </form>
  )
}
