import { useQueryClient } from '@tanstack/react-query'
import { engineQuery, useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf } from '#renderer/app/routing.tsx'
import { RecordHistory } from '#renderer/ui/history/RecordHistory.tsx'
import { announceRemoval } from '#renderer/ui/record/announce-removal.ts'
import classes from '#renderer/ui/record/record.module.css'
import { RecordHead } from '#renderer/ui/record/RecordHead.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { Term, TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { LISTS } from './lists.ts'
import { MergeTerm } from './MergeTerm.tsx'
import { TermProvider, useTerm } from './term-record.ts'
import { TermFields } from './TermFields.tsx'
import { WhereUsed } from './WhereUsed.tsx'

/** One term: its words, what is known of it, where it is used, and merging it into another. */
export function TermPane({ id: text }: { readonly id: string }) {
  const id = text as TermId
  const record = useEngineQuery('vocabulary.get', { id })
  const command = useEngineCommand('vocabulary.change')
  const client = useQueryClient()
  const save = async (changes: Partial<Term>) => {
    const { id: _id, vocabulary: _vocabulary, ...fields } = changes
    const answer = await command.mutateAsync({ id, changes: fields })
    client.setQueryData(engineQuery('vocabulary.get', { id }, null).queryKey, answer)
  }
  if (record.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(record.error)}
      </p>
    )
  if (!record.data) return <div />
  return (
    <TermProvider stored={record.data} save={save}>
      <article className={classes.pane} aria-label={`Term ${record.data.name}`}>
        <Head />
        <div className={classes.body}>
          <Section title={capitalised(LISTS[record.data.vocabulary].one)}>
            <TermFields />
          </Section>
          <Section title="Where it is used">
            <WhereUsed id={id} />
          </Section>
          <MergeTerm />
          <Section title="History">
            <RecordHistory register="vocabulary" id={id} />
          </Section>
        </div>
      </article>
    </TermProvider>
  )
}

function Head() {
  const { value, saving, disabled } = useTerm()
  const remove = useEngineCommand('vocabulary.remove')
  const list = hrefOf('library', null, null, { list: value.vocabulary })
  const takeAway = () => announceRemoval(remove.mutateAsync({ id: value.id }), value.name, list)
  return (
    <RecordHead
      title={value.name}
      saving={saving}
      closeHref={list}
      onRemove={disabled ? undefined : () => void takeAway()}
    />
  )
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
