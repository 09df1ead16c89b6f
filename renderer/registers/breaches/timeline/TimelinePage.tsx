import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { FilesOwnerContext } from '#renderer/ui/described/fields/files-part.ts'
import { FieldEditor } from '#renderer/ui/described/fields/FieldEditor.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import { BREACH_FIELDS, type Breach } from '#shared/registers/breaches/breach.record.ts'
import { chronologyOf } from '#shared/registers/breaches/chronology.ts'
import { AddEvent } from './AddEvent.tsx'
import { BundleButton } from './BundleButton.tsx'
import { Chronology } from './Chronology.tsx'
import classes from './timeline.module.css'

/** Everything of a breach that has a date, in order, with a place to add what happened; evidence and lessons below. */
export function TimelinePage({ record }: { readonly record: AnyRecord }) {
  const breach = record as unknown as Breach
  const { value, disabled, errors, change } = useDescribedRecord()
  const people = useEngineQuery('breaches.toldPeople', { id: breach.id }, { keepPrevious: true })
  const { actions, lessons } = breach
  const done = actions.filter(({ doneOn }) => doneOn !== null).length
  return (
    <>
      <Section
        title="Chronology"
        hint="Every moment in UK time; people who were told appear as numbers"
        aside={<BundleButton breach={breach} />}
      >
        {people.error && <p role="alert">{sentenceOf(people.error)}</p>}
        {!disabled && <AddEvent events={breach.events} onChange={(events) => change({ events })} />}
        {errors['events'] && <p role="alert">{errors['events']}</p>}
        <Chronology id={breach.id} entries={chronologyOf(breach, people.data ?? [])} />
      </Section>
      <Section title="Evidence" hint="Files that show what happened, kept encrypted beside the register">
        <FilesOwnerContext value={{ register: 'breaches', id: breach.id }}>
          <FieldSlot field="evidenceFiles" wide>
            <FieldEditor
              field={BREACH_FIELDS.evidenceFiles}
              name="evidenceFiles"
              value={value['evidenceFiles']}
              disabled={disabled}
              error={errors['evidenceFiles']}
              onChange={(files) => change({ evidenceFiles: files })}
            />
          </FieldSlot>
        </FilesOwnerContext>
      </Section>
      <Section title="Actions and lessons">
        <ul className={classes.afterwards}>
          <li>
            <RouteLink href={`${hrefOf('breaches', breach.id)}?field=actions`}>Actions</RouteLink>:{' '}
            {actions.length === 0 ? 'none agreed yet' : `${actions.length} agreed, ${done} done`}
          </li>
          <li>
            <RouteLink href={`${hrefOf('breaches', breach.id)}?field=lessons`}>Lessons</RouteLink>:{' '}
            {lessons.trim() === '' ? 'not written yet' : lessons}
          </li>
        </ul>
      </Section>
    </>
  )
}
