import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import { dataColumns, DataTable } from '#renderer/ui/DataTable.tsx'
import { marketingChannelLabel } from '#shared/law/marketing-channels.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { Checked } from './CheckListPage.tsx'
import classes from './suppressions.module.css'

type Row = {
  readonly id: string
  readonly line: number
  readonly answer: string
  readonly matches: Checked['lines'][number]['matches']
  readonly text: string
}

const ANSWERS = {
  allowed: 'May be contacted',
  suppressed: 'Suppressed',
  notUnderstood: 'Not understood',
} as const

const helper = dataColumns<Row>()
const COLUMNS = helper.columns([
  helper.accessor('line', { header: 'Line' }),
  helper.accessor('answer', { header: 'Answer' }),
  helper.accessor(({ matches }) => matches.map(({ reference }) => reference).join(', '), {
    id: 'because',
    header: 'Because of',
    cell: ({ row }) => <Because matches={row.original.matches} />,
  }),
  helper.accessor('text', { header: 'The line' }),
])

/** The answers line by line, and the lines that may be contacted to copy or save. */
export function CheckedLines({ checked }: { readonly checked: Checked }) {
  const [message, setMessage] = useState('')
  const rows = useMemo(() => rowsOf(checked), [checked])
  const count = (answer: keyof typeof ANSWERS) =>
    checked.lines.filter((line) => line.answer === answer).length
  const save = async () => {
    const { path } = await shell('shell.chooseSavePath', {
      suggestedName: 'may-be-contacted.csv',
      kind: 'csv',
    })
    if (path === null) return
    await shell('shell.saveText', { path, text: allowedText(checked) })
    setMessage(`Written to ${path}`)
  }
  return (
    <section className={classes.results} aria-label="Answers">
      <div className={classes.bar}>
        <p role="status">
          {`${count('allowed').toLocaleString('en-GB')} may be contacted, ${count('suppressed').toLocaleString('en-GB')} suppressed, ${count('notUnderstood').toLocaleString('en-GB')} not understood. `}
          {message}
        </p>
        <Button
          variant="default"
          onClick={() => {
            putOnClipboard(allowedText(checked))
            setMessage('Copied.')
          }}
        >
          Copy the allowed lines
        </Button>
        <Button
          variant="default"
          onClick={() => void save().catch((error: unknown) => setMessage(sentenceOf(error)))}
        >
          Save the allowed lines…
        </Button>
      </div>
      <DataTable
        label="Lines of the list"
        columns={COLUMNS}
        rows={rows}
        template="70px 140px minmax(260px, 1fr) 1fr"
      />
    </section>
  )
}

function Because({ matches }: { readonly matches: Row['matches'] }) {
  return matches.map(({ id, reference, since, scope, by }) => (
    <span key={id} className={classes.match}>
      <RouteLink href={hrefFor('suppressions', id)}>{reference}</RouteLink>
      {` by ${by}${since ? `, since ${formatDay(since)}` : ''}: ${scope.length === 0 ? 'every channel' : scope.map(marketingChannelLabel).join(', ')}`}
    </span>
  ))
}

function rowsOf({ lines, list }: Checked): readonly Row[] {
  const texts = new Map(list.lines.map(({ line, text }) => [line, text]))
  return lines.map(({ line, answer, matches }) => ({
    id: String(line),
    line,
    answer: ANSWERS[answer],
    matches,
    text: texts.get(line) ?? '',
  }))
}

/** The heading and the lines that may be contacted, as they stood in the list; what was not understood is left out. */
function allowedText({ lines, list }: Checked): string {
  const allowed = new Set(lines.filter(({ answer }) => answer === 'allowed').map(({ line }) => line))
  const kept = list.lines.filter(({ line }) => allowed.has(line)).map(({ text }) => text)
  return [...(list.heading ? [list.heading.text] : []), ...kept, ''].join('\r\n')
}
