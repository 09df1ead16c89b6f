import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { DOCUMENT_TYPES } from '#shared/cases/words.ts'
import type { IndexedDocument } from '#shared/registers/cases/case-documents.contract.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { countsInWords, reviewedOf } from './flag-words.ts'
import classes from './list.module.css'
import { useDocuments } from './useDocuments.ts'

const ROW_HEIGHT = 46

type DocumentListProps = {
  readonly request: string
  readonly shown: ShownPage | undefined
  readonly onGo: (page: number) => void
}

/** The logical documents of the case in their order, with how far each is; it can be put aside. */
export function DocumentList({ request, shown, onGo }: DocumentListProps) {
  const [isOpen, setOpen] = useState(true)
  return (
    <section className={classes.documents} aria-label="Documents" data-closed={!isOpen || undefined}>
      <Tooltip label={isOpen ? 'Put the list of documents aside' : 'Show the list of documents'}>
        <ActionIcon
          className={classes.toggle}
          aria-label="List of documents"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? (
            <IconLayoutSidebarLeftCollapse size={16} aria-hidden />
          ) : (
            <IconLayoutSidebarLeftExpand size={16} aria-hidden />
          )}
        </ActionIcon>
      </Tooltip>
      {isOpen && <Rows request={request} shown={shown} onGo={onGo} />}
    </section>
  )
}

function Rows({ request, shown, onGo }: DocumentListProps) {
  const viewport = useRef<HTMLDivElement>(null)
  const current = (shown?.documentPlace ?? 1) - 1
  const { total, documentAt, want } = useDocuments(request)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const rows = virtual.getVirtualItems()
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0]
  useEffect(() => want(first, last), [want, first, last])
  useEffect(() => {
    if (current < total) virtual.scrollToIndex(current, { align: 'auto' })
  }, [virtual, current, total])

  const onKeyDown = (event: KeyboardEvent) => {
    const page =
      event.key === 'ArrowDown'
        ? shown?.nextDocument
        : event.key === 'ArrowUp'
          ? shown?.previousDocument
          : null
    if (!page) return
    event.preventDefault()
    onGo(page)
  }
  return (
    <div
      ref={viewport}
      role="listbox"
      aria-label="Documents of the case"
      aria-activedescendant={`document-${current}`}
      tabIndex={0}
      className={classes.rows}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize() }} role="presentation">
        {rows.map(({ index, start }) => (
          <Row
            key={index}
            index={index}
            start={start}
            total={total}
            isCurrent={index === current}
            document={documentAt(index)}
            onGo={onGo}
          />
        ))}
      </div>
    </div>
  )
}

type RowProps = {
  readonly index: number
  readonly start: number
  readonly total: number
  readonly isCurrent: boolean
  readonly document: IndexedDocument | undefined
  readonly onGo: (page: number) => void
}

function Row({ index, start, total, isCurrent, document, onGo }: RowProps) {
  return (
    <button
      type="button"
      id={`document-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={classes.row}
      style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
      title={document && `${document.title}\n${countsInWords(document.flags, document.pages)}`}
      onClick={() => document && onGo(document.firstPage)}
    >
      {document && (
        <>
          <span className={classes.rowTitle}>
            {document.title}
            {!document.isConfirmed && document.because !== '' && <em> proposed</em>}
          </span>
          <span className={classes.rowFacts}>
            <span>
              {DOCUMENT_TYPES[document.type]}
              {document.dated && ` · ${formatDay(document.dated)}`}
            </span>
            <span>
              {reviewedOf(document.flags).toLocaleString('en-GB')}/{document.pages.toLocaleString('en-GB')}
            </span>
          </span>
        </>
      )}
    </button>
  )
}
