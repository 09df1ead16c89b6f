import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { useEngineQuery } from '#renderer/api/client.ts'
import { ChoiceField, OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TermField } from '#renderer/ui/terms/TermField.tsx'
import type { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { countLines, linesOf } from '../columns/column-edit.ts'
import type { MappingDraft, Source } from '../draft/draft.ts'
import { newMapping } from '../draft/mapping-draft.ts'
import type { ExportWork } from '../draft/useExport.ts'
import classes from '../portability.module.css'
import { factsOfLook } from './file-words.ts'
import { saysOfMatch } from './match-words.ts'
import { ReadAnotherWay } from './ReadAnotherWay.tsx'
import { type AddingFiles, proposalsOf, withMapping } from './useAddingFiles.ts'

type SourceCardProps = {
  readonly source: Source
  readonly work: ExportWork
  readonly adding: AddingFiles
}

const NEW = 'new'

/** A file of the export: its table, its system, and the mapping by which it is read. */
export function SourceCard({ source, work, adding }: SourceCardProps) {
  const { canEdit } = useCanEdit()
  const { look, matches, mapping, key } = source
  const activities = useEngineQuery(
    'portability.basesOfSystem',
    { systemId: mapping.systemId ?? '-' },
    { enabled: mapping.systemId !== null, keepPrevious: true },
  )
  const change = (part: Partial<MappingDraft>) =>
    work.changeSource(key, (now) => ({ ...now, mapping: { ...now.mapping, ...part } }))
  const propose = async (part: Pick<MappingDraft, 'systemId' | 'activityId'>) => {
    change(part)
    const proposals = await proposalsOf(look, part)
    work.changeSource(key, (now) => ({ ...now, proposals }))
  }
  const take = async (id: string) => {
    if (id === NEW)
      work.changeSource(key, (now) => ({ ...now, mapping: newMapping(look), kept: null, past: [] }))
    else {
      const next = await withMapping(source, id)
      work.changeSource(key, () => next)
    }
  }
  const remove = () => work.change({ sources: work.draft.sources.filter((one) => one.key !== key), at: 0 })
  return (
    <article className={classes.card} aria-label={look.fileName}>
      <div className={classes.cardHead}>
        <h3>
          <bdi>{look.fileName}</bdi>
        </h3>
        <span className={classes.quiet}>{factsOfLook(look)}</span>
        <span className={classes.grow} />
        <ReadAnotherWay source={source} adding={adding} />
        <Tooltip label="Take it out of the export; the file itself stays">
          <ActionIcon aria-label={`Take out ${look.fileName}`} onClick={remove}>
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.fields}>
        {look.tables.length > 1 && (
          <ChoiceField
            label="Table"
            options={look.tables.map(({ name, rows }) => ({
              value: name,
              label: rows === null ? name : `${name} (${rows.toLocaleString('en-GB')})`,
            }))}
            value={look.table}
            disabled={!canEdit}
            onChange={(table) => void adding.again(source, table, source.options)}
          />
        )}
        <div className={classes.long}>
          <ChoiceField
            label="Read by"
            options={[
              ...known(source).map((match) => ({
                value: match.id,
                label: `${match.reference} ${match.name}`,
              })),
              { value: NEW, label: 'A new mapping' },
            ]}
            value={mapping.id ?? NEW}
            disabled={!canEdit}
            onChange={(id) => void take(id)}
          />
        </div>
        <TermField
          label="System"
          vocabulary="systems"
          value={mapping.systemId as TermId | null}
          disabled={!canEdit}
          onChange={(systemId) => void propose({ systemId, activityId: null })}
        />
        <OptionalChoiceField
          label="Activity"
          placeholder={activities.data?.length === 0 ? 'None names this system' : 'Whose purposes it serves'}
          options={(activities.data ?? []).map(({ activityId, name }) => ({
            value: activityId,
            label: name,
          }))}
          value={mapping.activityId}
          disabled={!canEdit || mapping.systemId === null}
          onChange={(activityId) => void propose({ systemId: mapping.systemId, activityId })}
        />
        <TextInput
          label="Called in the export"
          placeholder={look.table || look.fileName.replace(/\.[^.]+$/u, '')}
          value={mapping.called}
          maxLength={200}
          disabled={!canEdit}
          onChange={({ currentTarget: { value } }) => change({ called: value })}
        />
      </div>
      {look.notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
      <Standing source={source} work={work} matches={matches} />
    </article>
  )
}

/** The mappings offered: those that know columns, and the one in use even where it knows none. */
function known({ matches, mapping }: Source) {
  const isListed = mapping.id === null || matches.some(({ id }) => id === mapping.id)
  if (isListed) return matches
  return [{ id: mapping.id!, reference: mapping.reference, name: mapping.name }, ...matches]
}

type StandingProps = {
  readonly source: Source
  readonly work: ExportWork
  readonly matches: Source['matches']
}

/** How far a file is: who knows its columns, and how many are still to be decided. */
function Standing({ source, work, matches }: StandingProps) {
  const { mapping, key } = source
  const open = countLines(linesOf(source)).undecided
  const match = matches.find(({ id }) => id === mapping.id)
  const index = work.draft.sources.findIndex((one) => one.key === key)
  const at = index < 0 ? 0 : index
  return (
    <div className={classes.standing}>
      <p role="status">
        {match
          ? saysOfMatch(match)
          : mapping.id === null
            ? matches.length === 0
              ? 'No file with these columns was read before: decide about them once.'
              : 'Decide about its columns once; the next export of this system is read the same way.'
            : ''}{' '}
        {open > 0 && <strong>{open === 1 ? '1 column to decide.' : `${open} columns to decide.`}</strong>}
        {open === 0 && 'Every column is decided.'}
      </p>
      <Button variant="default" onClick={() => work.change({ at, step: open > 0 ? 'columns' : 'rows' })}>
        {open > 0 ? 'Decide the columns' : 'Whose rows'}
      </Button>
    </div>
  )
}
