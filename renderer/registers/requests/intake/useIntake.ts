import { useRef, useState } from 'react'
import { useEngineCommand, useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { draftOf, fieldsOfDraft, type RequestDraft } from '#shared/registers/requests/intake/draft.ts'
import { titleOnDay } from '#shared/registers/requests/intake/title.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

export type Reading = Output<'requests.readMessage'>
export type MadeRequest = Output<'requests.takeIn'> & {
  readonly draft: RequestDraft
  readonly missing: Reading['missing']
}

/** A message on its way to a request: read, confirmed field by field, made. */
export function useIntake(today: PlainDate) {
  const { mutateAsync: read, isPending: isReading, progress, cancel } = useEngineTask('requests.readMessage')
  const { mutateAsync: takeIn, isPending: isMaking } = useEngineCommand('requests.takeIn')
  const [reading, setReading] = useState<Reading | null>(null)
  const [draft, setDraft] = useState<RequestDraft | null>(null)
  const [made, setMade] = useState<MadeRequest | null>(null)
  const [problem, setProblem] = useState('')
  // A key that makes the request comes before the field it is pressed in has told its last letters to the screen.
  const latest = useRef<RequestDraft | null>(null)
  const isOld = useRef(0)

  const keep = (next: RequestDraft | null) => {
    latest.current = next
    setDraft(next)
  }
  const readFrom = async (from: Parameters<typeof read>[0]) => {
    const mine = ++isOld.current
    setProblem('')
    try {
      const found = await read(from)
      if (mine !== isOld.current) return
      setReading(found)
      keep(draftOf(found, today))
    } catch (error) {
      if (mine === isOld.current) setProblem(sentenceOf(error))
    }
  }
  const readFiles = async (choosing: Promise<{ paths: string[]; refused?: string[] }>) => {
    try {
      const { paths, refused = [] } = await choosing
      if (refused.length > 0) setProblem(`“${refused[0]}” is not a file. Let the message itself fall here.`)
      if (paths.length > 1) setProblem('One message at a time: the first was read.')
      const [path] = paths
      if (path) await readFrom({ path })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const make = async () => {
    const confirmed = latest.current
    if (!confirmed || !reading) return
    setProblem('')
    try {
      const answer = await takeIn({ name: confirmed.name, fields: fieldsOfDraft(confirmed) })
      setMade({ ...answer, draft: confirmed, missing: reading.missing })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const again = () => {
    isOld.current += 1
    setReading(null)
    keep(null)
    setMade(null)
    setProblem('')
  }

  return {
    reading,
    draft,
    made,
    problem,
    isReading,
    isMaking,
    progress,
    cancel,
    readText: (text: string) => void readFrom({ text }),
    chooseFile: () => void readFiles(shell('shell.chooseFiles', {})),
    takeDropped: () => void readFiles(shell('shell.takeDropped', {})),
    change: (changes: Partial<RequestDraft>) => latest.current && keep(changed(latest.current, changes)),
    make: () => void make(),
    again,
  }
}

/** The draft with some fields changed; the title goes with the day of receipt. */
function changed(draft: RequestDraft, changes: Partial<RequestDraft>): RequestDraft {
  if (changes.receivedOn === undefined) return { ...draft, ...changes }
  return { ...draft, name: titleOnDay(draft.name, draft.receivedOn, changes.receivedOn), ...changes }
}

export type Intake = ReturnType<typeof useIntake>
