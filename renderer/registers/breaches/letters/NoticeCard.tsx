import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import { LetterSheet } from '#renderer/ui/letters/LetterSheet.tsx'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { textOfLetter } from '#shared/registers/letters/letter-words.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { NoticeNotes } from './NoticeNotes.tsx'
import { wordsOfSource } from './letter-sources.ts'
import classes from './letters-page.module.css'
import { RecordNotice } from './RecordNotice.tsx'

type NoticeCardProps = {
  readonly breach: Breach
  readonly title: string
  readonly asked: Input<'breaches.composeNotice'>['asked']
  readonly record: Pick<Input<'breaches.recordNotices'>, 'kind' | 'recipients' | 'controller'>
}

/** One notice, shut until somebody looks at it: to read, copy, save, and keep as sent. */
export function NoticeCard({ breach, title, asked, record }: NoticeCardProps) {
  const [isOpen, setOpen] = useState(false)
  const [isRecording, setRecording] = useState(false)
  const { canEdit } = useCanEdit()
  const question = { id: breach.id, asked }
  const { data: letter, error } = useEngineQuery('breaches.composeNotice', question, { enabled: isOpen })
  return (
    <details className={classes.made} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {letter && (
        <>
          <NoticeNotes letter={letter} breach={breach} person={null} />
          <div className={classes.actions}>
            <SaveButtons breach={breach} title={title} asked={asked} />
            <Button
              variant="default"
              onClick={() => {
                putOnClipboard(textOfLetter(letter))
                notifications.show({ message: 'The notice is on the clipboard as text.' })
              }}
            >
              Copy as text
            </Button>
            <Button variant="default" disabled={!canEdit} onClick={() => setRecording(true)}>
              Record as sent…
            </Button>
          </div>
          <LetterSheet letter={letter} label={title} wordsOf={wordsOfSource} />
        </>
      )}
      {isRecording && (
        <RecordNotice
          breach={breach}
          what={record}
          title={`Record: ${title}`}
          onClose={() => setRecording(false)}
        />
      )}
    </details>
  )
}

function SaveButtons({ breach, title, asked }: Pick<NoticeCardProps, 'breach' | 'title' | 'asked'>) {
  const asAt = useAsAt()
  const write = useEngineTask('breaches.writeNotice')
  const save = async (form: 'pdf' | 'txt') => {
    try {
      const suggestedName = `${breach.reference} ${title}`.slice(0, 190)
      const { path } = await shell('shell.chooseSavePath', { suggestedName, kind: form })
      if (!path) return
      await write.mutateAsync({ id: breach.id, asked, form, to: path, asAt })
      notifications.show({ message: `Saved to ${path}.` })
    } catch (error) {
      notifications.show({ color: 'red', title: 'The file was not written', message: sentenceOf(error) })
    }
  }
  return (
    <>
      <Button variant="default" loading={write.isPending} onClick={() => void save('pdf')}>
        Save as PDF…
      </Button>
      <Button variant="default" loading={write.isPending} onClick={() => void save('txt')}>
        Save as text…
      </Button>
    </>
  )
}
