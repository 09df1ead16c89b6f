import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { TaskDialog } from '#renderer/ui/list/TaskDialog.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { Output } from '#shared/rpc/contract.ts'
import classes from './letters-page.module.css'
import { RecordNotice } from './RecordNotice.tsx'

type MakeLettersProps = {
  readonly breach: Breach
  readonly told: Output<'breaches.peopleToTell'>
  readonly chosen: ReadonlySet<string>
}

/** Writes the letters into a folder, says who gets none and why, and keeps them as sent. */
export function MakeLetters({ breach, told, chosen }: MakeLettersProps) {
  const asAt = useAsAt()
  const { canEdit } = useCanEdit()
  const write = useEngineTask('breaches.writeLetters')
  const [isRecording, setRecording] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const recipients = chosen.size > 0 ? [...chosen] : null
  const { counts, leftOut, missing } = told
  const make = async () => {
    setAsking(false)
    const { path: folder } = await shell('shell.chooseFolder', {})
    if (folder) await write.mutateAsync({ id: breach.id, folder, recipients, asAt })
  }
  const whom = recipients ? `the ${recipients.length} chosen` : `the ${counts.letters} still to be told`
  const nobody = recipients === null && counts.letters === 0
  const noOne =
    counts.total === 0
      ? 'There is nobody to write to yet.'
      : counts.toTell === 0
        ? 'Nobody is left to write to.'
        : 'Nobody still to be told can get a letter as things are.'
  return (
    <Section title="Letters" hint="A PDF each, one file to print on both sides, and a table for a mail merge">
      <p>
        {nobody ? noOne : `Letters go to ${whom}.`} Files are named by reference number, never by a person’s
        name.
      </p>
      {counts.safetyUnknown > 0 && (
        <p className={classes.warning}>
          Nobody has said whether it is safe to write to {counts.safetyUnknown} of them. Somebody else may
          open the post.
        </p>
      )}
      <LeftOut leftOut={write.data?.leftOut ?? leftOut} />
      <div className={classes.actions}>
        <Button
          disabled={nobody}
          loading={write.isPending}
          onClick={() => (missing.length > 0 ? setAsking(true) : void make().catch(() => undefined))}
        >
          Make letters…
        </Button>
        <Button variant="default" disabled={!canEdit || nobody} onClick={() => setRecording(true)}>
          Record as sent…
        </Button>
      </div>
      {write.error && write.error.code !== 'cancelled' && <p role="alert">{sentenceOf(write.error)}</p>}
      {write.data && <Written written={write.data} />}
      {write.isPending && (
        <TaskDialog title="Writing the letters" progress={write.progress} onStop={write.cancel} />
      )}
      {isAsking && (
        <ConfirmDialog
          title="Something is still missing"
          confirm="Make them all the same…"
          onConfirm={() => void make().catch(() => undefined)}
          onClose={() => setAsking(false)}
        >
          <p>
            Whoever opens a letter would read this in brackets: {missing.join('; ')}. Fill it in above, in the
            breach, or at its organisation first.
          </p>
        </ConfirmDialog>
      )}
      {isRecording && (
        <RecordNotice
          breach={breach}
          what={{ kind: 'letters', recipients, controller: null }}
          title={`Record the letters to ${whom}`}
          onClose={() => setRecording(false)}
        />
      )}
    </Section>
  )
}

type LeftOutProps = Pick<Output<'breaches.peopleToTell'>, 'leftOut'>

function LeftOut({ leftOut }: LeftOutProps) {
  if (leftOut.length === 0) return null
  return (
    <details className={classes.made}>
      <summary>
        {leftOut.length === 1 ? '1 person gets no letter' : `${leftOut.length} people get no letter`}
      </summary>
      <ul>
        {leftOut.map(({ id, reference, name, because }) => (
          <li key={id}>
            <RouteLink href={hrefOf('recipients', id)}>{reference}</RouteLink> <bdi>{name}</bdi>: {because}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Written({ written }: { readonly written: Output<'breaches.writeLetters'> }) {
  const { path, letters, pages, needs, missing } = written
  return (
    <div role="status" className={classes.notes}>
      <p>
        {letters === 1 ? '1 letter' : `${letters} letters`} written to {path}; the file to print has{' '}
        {pages === 1 ? '1 page' : `${pages} pages`}.{' '}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void shell('shell.reveal', { path }).catch(() => undefined)}
        >
          Show the folder
        </Button>
      </p>
      {missing.length > 0 && (
        <p className={classes.warning}>Still in brackets in some of them: {missing.join('; ')}.</p>
      )}
      {needs.length > 0 && (
        <p className={classes.warning}>
          Another language or format is needed by:{' '}
          {needs.map(({ reference, language }) => `${reference} (${language})`).join(', ')}.
        </p>
      )}
    </div>
  )
}
