import { Button, FileButton, Textarea } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { MARKETING_CHANNELS } from '#shared/law/marketing-channels.ts'
import { readList } from '#shared/registers/suppressions/read-list.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { CheckedLines } from './CheckedLines.tsx'
import classes from './suppressions.module.css'

type Channel = 'any' | (typeof MARKETING_CHANNELS)[number]['code']
export type Checked = Output<'suppressions.check'> & { readonly list: ReturnType<typeof readList> }

const CHANNELS = [
  { value: 'any', label: 'Any channel' },
  ...MARKETING_CHANNELS.map(({ code, label }) => ({ value: code, label })),
]

/** Holds a pasted or dropped list against the suppression list; the list stays in this window and is not kept. */
export function CheckListPage() {
  const asAt = useAsAt()
  const [text, setText] = useState('')
  const [channel, setChannel] = useState<Channel>('any')
  const [checked, setChecked] = useState<Checked | null>(null)
  const [problem, setProblem] = useState('')
  const check = async (given: string, on: Channel) => {
    setProblem('')
    try {
      const asked = { text: given, channel: on === 'any' ? null : on }
      const answer = await call('suppressions.check', asked, asAt ?? undefined)
      setChecked({ ...answer, list: readList(given) })
    } catch (error) {
      setChecked(null)
      setProblem(sentenceOf(error))
    }
  }
  const take = async (file: File | null | undefined) => {
    if (!file) return
    const given = await file.text()
    setText(given)
    await check(given, channel)
  }
  const change = (given: string) => {
    setText(given)
    setChecked(null)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className={classes.page} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <PageHeader
        title="Check a list"
        description="Paste a list, or drop a .csv or .txt file here. It is read in this window; nothing of it is kept."
        actions={<RouteLink href={hrefOf('suppressions')}>Suppression list</RouteLink>}
      />
      <div className={classes.check}>
        <Textarea
          label="The list"
          description="Any columns: email addresses, telephone numbers, names with postcodes"
          rows={6}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <div className={classes.bar}>
          <ChoiceField
            label="To be used for"
            options={CHANNELS}
            value={channel}
            onChange={(next) => {
              setChannel(next)
              if (checked) void check(text, next)
            }}
          />
          <FileButton accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={(file) => void take(file)}>
            {(props) => (
              <Button variant="default" {...props}>
                Choose a file…
              </Button>
            )}
          </FileButton>
          <Button disabled={text.trim() === ''} onClick={() => void check(text, channel)}>
            Check
          </Button>
        </div>
        {problem && <p role="alert">{problem}</p>}
      </div>
      {checked && <CheckedLines checked={checked} />}
    </div>
  )
}
