import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { hrefOf, navigate, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { NewRecord } from '#renderer/ui/record/NewRecord.tsx'
import { foldForSearch } from '#renderer/ui/terms/find-terms.ts'
import { useTerms } from '#renderer/ui/terms/useTerms.ts'
import type { VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import classes from './library.module.css'
import { LIST_NAMES, listOf, LISTS } from './lists.ts'
import { TermPane } from './TermPane.tsx'
import { TermTable } from './TermTable.tsx'

/** The word lists that activities draw on. */
export function LibraryPage() {
  const { id, search } = useRoute()
  const terms = useTerms()
  const list = id
    ? (terms.byId.get(id)?.vocabulary ?? listOf(search.get('list')))
    : listOf(search.get('list'))
  const [wanted, setWanted] = useState('')
  const folded = foldForSearch(wanted)
  const inList = terms.list.filter(({ vocabulary }) => vocabulary === list)
  const rows = inList.filter(({ name, synonyms }) =>
    [name, ...synonyms].some((text) => foldForSearch(text).includes(folded)),
  )
  return (
    <div className={classes.page}>
      <PageHeader
        title="Library"
        description={`${LISTS[list].label}: ${LISTS[list].what}.`}
        actions={<NewTerm list={list} />}
      />
      <div className={classes.columns} data-split={id !== null || undefined}>
        <nav aria-label="Lists" className={classes.lists}>
          {LIST_NAMES.map((name) => (
            <RouteLink
              key={name}
              href={hrefOf('library', null, null, { list: name })}
              aria-current={name === list ? 'true' : undefined}
            >
              <span>{LISTS[name].label}</span>
              <span className={classes.count}>
                {terms.list.filter(({ vocabulary }) => vocabulary === name).length}
              </span>
            </RouteLink>
          ))}
        </nav>
        <div className={classes.terms}>
          <div className={classes.find}>
            <TextInput
              aria-label={`Find in ${LISTS[list].label}`}
              placeholder={`Find in ${LISTS[list].label.toLowerCase()}`}
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
            <span role="status">
              {rows.length === inList.length ? `${inList.length}` : `${rows.length} of ${inList.length}`}
            </span>
          </div>
          <TermTable list={list} rows={rows} selectedId={id} />
        </div>
        {id !== null && <TermPane key={id} id={id} />}
      </div>
    </div>
  )
}

function NewTerm({ list }: { readonly list: VocabularyName }) {
  const create = useEngineCommand('vocabulary.create')
  return (
    <NewRecord
      key={list}
      label={`New ${LISTS[list].one}`}
      nameLabel={`Name of the ${LISTS[list].one}`}
      onCreate={async (name) => {
        const { id } = await create.mutateAsync({ vocabulary: list, name })
        navigate(hrefOf('library', id))
      }}
    />
  )
}
