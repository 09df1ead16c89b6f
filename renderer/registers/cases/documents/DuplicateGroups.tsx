import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { nameToShow } from '#shared/registers/documents/document-rules.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { countOf } from '#shared/count-words.ts'
import classes from './documents.module.css'

type Group = Output<'cases.duplicates'>[number]

/** Files that are the same: decided once which is kept. */
export function DuplicateGroups({ request }: { readonly request: string }) {
  const { data, error } = useEngineQuery('cases.duplicates', { request }, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return <div aria-busy />
  if (data.length === 0)
    return <p className={classes.none}>No file is here twice, neither byte for byte nor by its text.</p>
  return (
    <ul className={classes.groups}>
      {data.map((group) => (
        <li key={group.key}>
          {group.kind === 'bytes' ? (
            <SameBytes group={group} />
          ) : (
            <SameText request={request} group={group} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Copies byte for byte: their pages are in the case once, so nothing has to be decided. */
function SameBytes({ group }: { readonly group: Group }) {
  return (
    <section className={classes.group} aria-label={`The same as ${nameToShow(group.sources[0]?.path ?? '')}`}>
      <p className={classes.quiet}>
        {countOf(group.sources.length, 'file')}, the same byte for byte. {group.because}
      </p>
      <ul>
        {group.sources.map(({ id, path, pages }) => (
          <li key={id}>
            <bdi>{nameToShow(path)}</bdi>
            {pages > 0 && ` (${countOf(pages, 'page')})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Files whose text is the same: the pages of all but the one that is kept are flagged as duplicates. */
function SameText({ request, group }: { readonly request: string; readonly group: Group }) {
  const { canEdit } = useCanEdit()
  const decide = useEngineCommand('cases.decideDuplicates')
  const [kept, setKept] = useState(String(group.kept ?? group.sources[0]?.id))
  const [because, setBecause] = useState(group.because)
  const name = nameToShow(group.sources[0]?.path ?? '')
  return (
    <fieldset className={classes.group} disabled={!canEdit}>
      <legend>
        {countOf(group.sources.length, 'file')}, the same text in different bytes
        {group.kept === null && <span className={classes.open}> Not decided</span>}
      </legend>
      <Radio.Group aria-label={`Which one is kept of ${name}`} value={kept} onChange={setKept}>
        {group.sources.map(({ id, path, pages }) => (
          <Radio
            key={id}
            value={String(id)}
            label={`${nameToShow(path)}${pages > 0 ? ` (${countOf(pages, 'page')})` : ''}`}
          />
        ))}
      </Radio.Group>
      <div className={classes.actions}>
        <TextInput
          aria-label="Why this one"
          placeholder="Why this one (may be left out)"
          value={because}
          onChange={({ currentTarget: { value } }) => setBecause(value)}
        />
        <Button
          variant="default"
          loading={decide.isPending}
          onClick={() => decide.mutate({ request, key: group.key, kept: Number(kept), because })}
        >
          {group.kept === null ? 'Keep this one' : 'Change'}
        </Button>
      </div>
      {decide.error && <p role="alert">{sentenceOf(decide.error)}</p>}
    </fieldset>
  )
}
