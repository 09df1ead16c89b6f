import { Button, Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand, useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import { ANSWER_WITHIN_DAYS, CHASE_EVERY_DAYS } from '#shared/registers/searches/search.deadlines.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import classes from './search-record.module.css'

type MessagesPanelProps = {
  readonly request: string
  readonly kind: 'commission' | 'chaser'
  readonly entries: readonly SearchEntry[]
  readonly onDone: () => void
}

/** Drafts to those who search: emails, documents and a calendar in a folder, and the day noted. Nothing is sent. */
export function MessagesPanel({ request, kind, entries, onDone }: MessagesPanelProps) {
  const today = useToday()
  const write = useEngineTask('searches.writeMessages')
  const note = useEngineCommand('searches.noteMessages')
  const within = kind === 'commission' ? ANSWER_WITHIN_DAYS : CHASE_EVERY_DAYS
  const [answerBy, setAnswerBy] = useState<PlainDate | null>(addDays(today, within))
  const [isNoted, setNoted] = useState(true)
  const [problem, setProblem] = useState('')
  const ids = entries.map(({ id }) => id)
  const withoutEmail = entries.filter(({ holderEmail }) => holderEmail.trim() === '').length

  const writeDrafts = async (by: PlainDate) => {
    const { path } = await shell('shell.chooseFolder', {})
    if (!path) return
    const { holders, files } = await write.mutateAsync({ request, ids, kind, answerBy: by, folder: path })
    if (isNoted) await note.mutateAsync({ request, ids, kind, on: today, answerBy: by })
    notifications.show({
      message: `${holders === 1 ? 'One draft is' : `${holders} drafts are`} written, ${files.length} files. Look at each and send it yourself.`,
    })
    onDone()
  }
  const start = (by: PlainDate) => {
    setProblem('')
    writeDrafts(by).catch((error: unknown) => setProblem(sentenceOf(error)))
  }
  return (
    <section
      className={classes.panel}
      aria-label={kind === 'commission' ? 'Commission the search' : 'Chase the search'}
    >
      <p>
        One draft for each of those who search, as an email (.eml) and a document (.docx), with a calendar
        (.ics) of the day it is due. They name the person, so send them as you send case files.
        {withoutEmail > 0 && ` ${withoutEmail} of these have no email address: add it when you send.`}
      </p>
      <div className={classes.fields}>
        <DayField label="Answer by" value={answerBy} onChange={setAnswerBy} />
        <Checkbox
          label={kind === 'commission' ? 'Note as asked today' : 'Note as chased today'}
          checked={isNoted}
          onChange={(event) => setNoted(event.currentTarget.checked)}
        />
      </div>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      {write.progress && <p role="status">{write.progress.doing}</p>}
      <div className={classes.actions}>
        <Button
          disabled={answerBy === null}
          loading={write.isPending || note.isPending}
          onClick={() => answerBy && start(answerBy)}
        >
          Write the drafts into a folder…
        </Button>
        <Button variant="default" onClick={write.isPending ? write.cancel : onDone}>
          {write.isPending ? 'Stop' : 'Close'}
        </Button>
      </div>
    </section>
  )
}
