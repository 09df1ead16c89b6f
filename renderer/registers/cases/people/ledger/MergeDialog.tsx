import { Button, Group, Modal, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { PersonDecision, PersonLine } from '#shared/cases/person.ts'
import { countOf } from '#shared/count-words.ts'
import { decisionWord, timesIn } from '../people-words.ts'

type MergeDialogProps = {
  /** Two at least. */
  readonly people: readonly PersonLine[]
  readonly onMerge: (into: PersonLine) => void
  readonly onClose: () => void
}

/** Asks who of several remains: that name, label and decision hold for all of them. */
export function MergeDialog({ people, onMerge, onClose }: MergeDialogProps) {
  const likely = people.find(({ decision }) => decision !== null) ?? people[0]!
  const [chosen, setChosen] = useState(String(likely.id))
  const into = people.find(({ id }) => String(id) === chosen) ?? likely
  const differ = new Set(people.map(({ decision }) => decision)).size > 1
  const holds = decisionOf(into, people)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    onMerge(into)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`Merge ${countOf(people.length, 'person', 'people')} into one`}>
      <form onSubmit={onSubmit}>
        <Radio.Group
          label="Whose name, label and decision hold?"
          description="All forms of the others become forms of this person. What was weighed about the others is given up."
          value={chosen}
          onChange={setChosen}
        >
          <Group mt="sm" gap="sm" style={{ flexDirection: 'column', alignItems: 'stretch' }}>
            {people.map((person) => (
              <Radio
                key={person.id}
                value={String(person.id)}
                data-autofocus={person === likely || undefined}
                label={`${person.name} · ${decisionWord(person)}`}
                description={`${person.label} · ${timesIn(person)}`}
              />
            ))}
          </Group>
        </Radio.Group>
        {differ && (
          <p role="status">
            They are decided differently: every place of theirs becomes “
            {decisionWord({ decision: holds, role: into.role })}”, and pages decided before that this touches
            are to be looked at again.
          </p>
        )}
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Merge into {into.name}</Button>
        </Group>
      </form>
    </Modal>
  )
}

/** The decision of who remains; where nobody decided about them, the one that all others share. */
function decisionOf(into: PersonLine, people: readonly PersonLine[]): PersonDecision | null {
  const said = new Set(people.flatMap(({ decision }) => decision ?? []))
  const isShared = into.decision === null && said.size === 1 && into.role !== 'subject'
  return isShared ? [...said][0]! : into.decision
}
