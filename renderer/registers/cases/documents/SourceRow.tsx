import { useState } from 'react'
import type { Source } from '#shared/cases/source.ts'
import { HIDDEN_LABELS, SOURCE_STATES } from '#shared/cases/words.ts'
import { nameToShow } from '#shared/registers/documents/document-rules.ts'
import { countOf } from '#shared/count-words.ts'
import classes from './documents.module.css'
import { SourceDetails } from './SourceDetails.tsx'

type SourceRowProps = { readonly request: string; readonly source: Source }

/** One file: where it came from, how it was read, what it holds; opened, all that is known of it. */
export function SourceRow({ request, source }: SourceRowProps) {
  const [isOpen, setOpen] = useState(false)
  const depth = source.path.split('/').length - 1
  const kinds = [...new Set(source.hidden.map(({ kind }) => HIDDEN_LABELS[kind]))]
  const facts = [
    source.type.toUpperCase(),
    source.pages > 0 ? countOf(source.pages, 'page') : '',
    source.attachments > 0 ? `${countOf(source.attachments, 'file')} inside` : '',
    source.sameBytesAs
      ? 'the same file as an earlier one'
      : source.sameTextAs
        ? 'the same text as an earlier one'
        : '',
  ]
  return (
    <li className={classes.source} data-state={source.state}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={isOpen}
        style={{ paddingInlineStart: 8 + Math.min(depth, 6) * 16 }}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={classes.state} data-state={source.state}>
          {SOURCE_STATES[source.state]}
        </span>
        <bdi className={classes.name} title={nameToShow(source.path)}>
          {nameToShow(source.name)}
        </bdi>
        <span className={classes.facts}>{facts.filter(Boolean).join(' · ')}</span>
        {kinds.length > 0 && (
          <span className={classes.hidden}>Does not show: {kinds.join(', ').toLowerCase()}</span>
        )}
        {source.reason !== '' && <span className={classes.reason}>{source.reason}</span>}
      </button>
      {isOpen && <SourceDetails request={request} source={source} />}
    </li>
  )
}
