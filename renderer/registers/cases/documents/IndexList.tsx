import { Button, Select, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { DocumentType } from '#shared/cases/document.ts'
import { DOCUMENT_TYPES } from '#shared/cases/words.ts'
import { nameToShow } from '#shared/registers/documents/document-rules.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { countOf } from '#shared/count-words.ts'
import classes from './documents.module.css'

const AT_A_TIME = 200
const LONGEST = 1000
const TYPES = DocumentType.options.map((value) => ({ value, label: DOCUMENT_TYPES[value] }))
const ORDERS = [
  { value: 'came', label: 'As they came' },
  { value: 'dated', label: 'By date' },
]

type IndexListProps = { readonly request: string; readonly reference: string }

/** The index of logical documents, or the chronology, to look through and to take away. */
export function IndexList({ request, reference }: IndexListProps) {
  const { canEdit } = useCanEdit()
  const [order, setOrder] = useState<'came' | 'dated'>('came')
  const [type, setType] = useState<DocumentType | null>(null)
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 150)
  const [limit, setLimit] = useState(AT_A_TIME)
  const propose = useEngineTask('cases.proposeSplits')
  const { data, error } = useEngineQuery(
    'cases.documents',
    { request, order, type, text, offset: 0, limit },
    { keepPrevious: true },
  )
  return (
    <>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label="Order"
          data={ORDERS}
          value={order}
          onChange={(value) => setOrder(value as 'came' | 'dated')}
        />
        <TextInput
          aria-label="Part of a title"
          placeholder="Part of a title"
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        <Select
          aria-label="Type of document"
          placeholder="Any type"
          data={TYPES}
          value={type}
          clearable
          onChange={(value) => setType(value as DocumentType | null)}
        />
        <span role="status" className={classes.quiet}>
          {data && countOf(data.total, 'document')}
        </span>
        {canEdit && (
          <Button
            variant="default"
            loading={propose.isPending}
            onClick={() =>
              propose.mutate(
                { request },
                {
                  onSuccess: ({ proposed }) => {
                    notifications.show({
                      title:
                        proposed === 0 ? 'Nothing to split' : `${countOf(proposed, 'document')} proposed`,
                      message: 'Look through them in Review: S splits, M joins, T and D set type and date.',
                    })
                  },
                },
              )
            }
          >
            Propose documents in long files
          </Button>
        )}
        <WriteIndex request={request} reference={reference} order={order} />
      </div>
      {(error ?? propose.error) && <p role="alert">{sentenceOf(error ?? propose.error)}</p>}
      <div className={classes.scroll}>
        <table className={classes.index}>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Document</th>
              <th scope="col">Type</th>
              <th scope="col">Author</th>
              <th scope="col">Pages</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {data?.documents.map((document) => (
              <tr key={document.id}>
                <td>
                  {document.dated ? (
                    formatDay(document.dated)
                  ) : (
                    <span className={classes.quiet}>not known</span>
                  )}
                </td>
                <td>
                  <RouteLink
                    href={hrefOf('requests', request, 'review', { page: String(document.firstPage) })}
                  >
                    {document.title || 'Untitled'}
                  </RouteLink>
                  {document.because !== '' && !document.isConfirmed && (
                    <span className={classes.quiet}> proposed: {document.because}</span>
                  )}
                </td>
                <td>{DOCUMENT_TYPES[document.type]}</td>
                <td>{document.author}</td>
                <td className={classes.number}>{document.pages.toLocaleString('en-GB')}</td>
                <td>
                  <bdi>{nameToShow(document.path)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data && data.documents.length < data.total && limit < LONGEST && (
        <Button variant="default" onClick={() => setLimit(limit + AT_A_TIME)}>
          More documents
        </Button>
      )}
      {data && data.documents.length >= LONGEST && data.documents.length < data.total && (
        <p className={classes.quiet}>
          The first {LONGEST.toLocaleString('en-GB')} are shown. Narrow the list, or write the whole index to
          a file.
        </p>
      )}
    </>
  )
}

type WriteIndexProps = IndexListProps & { readonly order: 'came' | 'dated' }

function WriteIndex({ request, reference, order }: WriteIndexProps) {
  const write = useEngineTask('cases.writeIndex')
  const run = async (format: 'csv' | 'xlsx') => {
    try {
      const suggestedName = `${order === 'came' ? 'Index' : 'Chronology'} ${reference}`.trim()
      const { path } = await shell('shell.chooseSavePath', { suggestedName, kind: format })
      if (!path) return
      await write.mutateAsync({ request, order, format, to: path })
      notifications.show({
        title: 'The index was written',
        message: path,
        onClick: () => void shell('shell.reveal', { path }).catch(() => undefined),
      })
    } catch (error) {
      notifications.show({ color: 'red', title: 'The index was not written', message: sentenceOf(error) })
    }
  }
  return (
    <>
      <Button variant="default" loading={write.isPending} onClick={() => void run('xlsx')}>
        Excel…
      </Button>
      <Button variant="default" loading={write.isPending} onClick={() => void run('csv')}>
        CSV…
      </Button>
    </>
  )
}
