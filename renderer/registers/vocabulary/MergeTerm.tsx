import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import { OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import classes from '#renderer/ui/record/record.module.css'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useTerms } from '#renderer/ui/terms/useTerms.ts'
import type { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { useTerm } from './term-record.ts'

const MOST_SHOWN = 12

/** Puts another term in the place of this one everywhere, after showing where. */
export function MergeTerm() {
  const { value, disabled } = useTerm()
  const { list, byId } = useTerms()
  const [into, setInto] = useState<TermId | null>(null)
  const uses = useEngineQuery('vocabulary.whereUsed', { id: value.id })
  const merge = useEngineCommand('vocabulary.merge')
  if (disabled) return null
  const options = list
    .filter(
      ({ vocabulary, id, deprecatedOn }) =>
        vocabulary === value.vocabulary && id !== value.id && deprecatedOn === null,
    )
    .map(({ id, name }) => ({ value: id, label: name }))
  const target = into === null ? undefined : byId.get(into)
  const records = [...new Map((uses.data ?? []).map((use) => [use.id, use.title])).values()]

  const run = async (chosen: TermId) => {
    const { recordsChanged } = await merge.mutateAsync({ from: value.id, into: chosen })
    navigate(hrefOf('library', chosen))
    notifications.show({
      message: `Merged “${value.name}”; ${countOf(recordsChanged)} changed. Ctrl+Z takes it back.`,
    })
  }
  return (
    <Section title="Merge into another term" hint="For two names of the same thing">
      <OptionalChoiceField
        label="Replace it everywhere by"
        options={options}
        value={into}
        onChange={setInto}
      />
      {target && (
        <div role="group" aria-label="What the merge would do">
          <p>
            {countOf(records.length)} will name “{target.name}” instead. “{value.name}” is kept as a synonym
            of it, and the term itself goes away. One step takes it back.
          </p>
          {records.length > 0 && (
            <ul>
              {records.slice(0, MOST_SHOWN).map((title) => (
                <li key={title}>{title}</li>
              ))}
              {records.length > MOST_SHOWN && <li>and {records.length - MOST_SHOWN} more</li>}
            </ul>
          )}
          {merge.error && <p role="alert">{sentenceOf(merge.error)}</p>}
          <div className={classes.cardFoot}>
            <Button variant="default" onClick={() => setInto(null)}>
              Cancel
            </Button>
            <Button loading={merge.isPending} onClick={() => void run(target.id).catch(() => undefined)}>
              Merge into “{target.name}”
            </Button>
          </div>
        </div>
      )}
    </Section>
  )
}

const countOf = (records: number) => (records === 1 ? '1 record' : `${records} records`)
