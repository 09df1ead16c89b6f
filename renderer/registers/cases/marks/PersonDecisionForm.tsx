import { Button, Group, Loader, Select, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { isTyping } from '#renderer/app/global-keys.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { type CasePerson, PersonCapacity, type PersonDecision, PersonRole } from '#shared/cases/person.ts'
import { CAPACITIES, ROLES } from '../people/people-words.ts'
import { labelOf } from '#shared/cases/people/labels.ts'
import { GROUNDS } from '../review/grounds.ts'
import classes from './dialogs.module.css'
import { type SaidOfPerson, useKeepPerson } from './useKeepPerson.ts'
import type { PageMarking } from './useMarking.ts'

type PersonDecisionFormProps = {
  readonly request: string
  readonly marking: PageMarking
  readonly person: number
  readonly onClose: () => void
}

/** What is decided about somebody everywhere, with as much about them as it rests on; the ledger has the rest. */
export function PersonDecisionForm(props: PersonDecisionFormProps) {
  const { request, person } = props
  const found = useEngineQuery('cases.person', { request, person })
  if (found.error) return <p role="alert">{sentenceOf(found.error)}</p>
  if (!found.data) return <Loader size="sm" aria-label="Looking" />
  return <Form key={person} {...props} {...found.data} />
}

type FormProps = Omit<PersonDecisionFormProps, 'person'> & {
  readonly person: CasePerson
  readonly warnings: readonly string[]
  readonly suggestion: string
}

const THIRD_PARTY = 'TP-16'
const WAYS = [
  { value: 'withhold', label: 'Remove', key: 'W' },
  { value: 'disclose', label: 'Let stay', key: 'D' },
] as const satisfies readonly { value: PersonDecision; label: string; key: string }[]

function Form({ request, marking, person, warnings, suggestion, onClose }: FormProps) {
  const [facts, setFacts] = useState<SaidOfPerson>(person)
  const [decision, setDecision] = useState(person.decision)
  const [exemption, setExemption] = useState(person.exemption || THIRD_PARTY)
  const [because, setBecause] = useState(person.because)
  const ways = useRef<HTMLDivElement>(null)
  const focusOn = (way: PersonDecision) =>
    ways.current?.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus()
  // Often it comes when the dialog has given the focus away already.
  useEffect(() => focusOn(person.decision ?? 'withhold'), [person.decision])
  const { isPending, progress, error, keep } = useKeepPerson(request, marking)
  const change = (said: Partial<typeof facts>) => setFacts({ ...facts, ...said })
  const { name, role, capacity, describedAs } = facts

  const submit = (chosen: PersonDecision | null) => {
    if (name.trim() === '' || isPending) return
    const said = { name: name.trim(), role, capacity, describedAs: describedAs.trim() }
    const grounds = { exemption: chosen === 'withhold' ? exemption : '', because }
    void keep(person, said, chosen, grounds).then((isKept) => isKept && onClose())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const way = WAYS.find(({ key }) => key === event.key.toUpperCase())
    if (!way) return
    event.preventDefault()
    setDecision(way.value)
    focusOn(way.value)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit(decision)
      }}
    >
      <div className={classes.form} onKeyDown={onKeyDown} role="presentation">
        <div ref={ways} className={classes.choices} role="group" aria-label="Decision about this person">
          {WAYS.map(({ value, label, key }) => (
            <button
              key={value}
              type="button"
              data-way={value}
              data-autofocus={value === (person.decision ?? 'withhold') || undefined}
              aria-pressed={decision === value}
              title={`${label} (${key}); Enter keeps it`}
              onClick={() => setDecision(value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                submit(value)
              }}
            >
              {label} everywhere <kbd>{key}</kbd>
            </button>
          ))}
        </div>
        <p className={classes.quiet}>{`${labelOf(person.letter, describedAs)}${placesOf(person)}`}</p>
        <div className={classes.pair}>
          <TextInput
            label="Name"
            maxLength={200}
            value={name}
            onChange={({ currentTarget: { value } }) => change({ name: value })}
          />
          <TextInput
            label="Described as"
            placeholder="another child"
            maxLength={100}
            value={describedAs}
            onChange={({ currentTarget: { value } }) => change({ describedAs: value })}
          />
          <Select
            label="Role"
            clearable
            searchable
            clearButtonProps={{ 'aria-label': 'Clear Role' }}
            data={PersonRole.options.map((value) => ({ value, label: ROLES[value] }))}
            value={role}
            onChange={(value) => change({ role: value })}
          />
          <Select
            label="Capacity"
            clearable
            clearButtonProps={{ 'aria-label': 'Clear Capacity' }}
            data={PersonCapacity.options.map((value) => ({ value, label: CAPACITIES[value] }))}
            value={capacity}
            onChange={(value) => change({ capacity: value })}
          />
        </div>
        {decision !== 'disclose' && (
          <Select
            label="Exemption"
            searchable
            allowDeselect={false}
            nothingFoundMessage="Nothing by this name"
            data={GROUNDS}
            value={exemption}
            onChange={(value) => value && setExemption(value)}
          />
        )}
        <Textarea
          label="Why"
          placeholder="For the record"
          minRows={1}
          maxLength={2000}
          value={because}
          onChange={({ currentTarget: { value } }) => setBecause(value)}
        />
        {suggestion !== '' && <p className={classes.quiet}>{suggestion}</p>}
        {warnings.map((warning) => (
          <p key={warning} className={classes.warning}>
            {warning}
          </p>
        ))}
        {error !== '' && <p role="alert">{error}</p>}
        <Group justify="space-between" mt="sm" gap="sm">
          <span role="status" className={classes.quiet}>
            {isPending ? (
              (progress ?? 'Working…')
            ) : (
              <RouteLink href={hrefOf('requests', request, 'people', { person: String(person.id) })}>
                All about this person
              </RouteLink>
            )}
          </span>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending} disabled={name.trim() === ''}>
              Keep
            </Button>
          </Group>
        </Group>
      </div>
    </form>
  )
}

function placesOf({ forms }: CasePerson): string {
  const hits = forms.reduce((sum, form) => sum + form.hits, 0)
  const names = forms.slice(0, 4).map(({ text }) => `“${text}”`)
  return hits === 0 ? '' : ` · ${hits.toLocaleString('en-GB')} times as ${names.join(', ')}`
}
