import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '#renderer/api/engine.ts'
import { type CasePerson, FormKind } from '#shared/cases/person.ts'
import { countOf } from '#shared/count-words.ts'
import type { People } from '../ledger/usePeople.ts'
import { FORM_KINDS } from '../people-words.ts'
import type { CaseWork } from '../useCaseWork.ts'
import { FormRow } from './FormRow.tsx'
import classes from './person.module.css'

const KINDS = FormKind.options.map((value) => ({ value, label: FORM_KINDS[value] }))

type FormsPartProps = {
  readonly request: string
  readonly person: CasePerson
  readonly people: People
  readonly work: CaseWork
}

/** Every way in which somebody is named, and the numbers that are theirs. */
export function FormsPart({ request, person, people, work }: FormsPartProps) {
  return (
    <section className={classes.part} aria-label="Forms">
      <h3>
        Named as <small>what is decided holds for every form</small>
      </h3>
      {person.forms.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.forms}>
            <thead>
              <tr>
                <th scope="col">Form</th>
                <th scope="col">What it is</th>
                <th scope="col">Found first</th>
                <th scope="col" className={classes.number}>
                  Places
                </th>
                <th scope="col" className={classes.number}>
                  Pages
                </th>
                <th scope="col">
                  <span className="visually-hidden">What to do with it</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {person.forms.map((form) => (
                <FormRow
                  key={form.id}
                  request={request}
                  person={person}
                  form={form}
                  people={people}
                  work={work}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {work.canEdit && <AddForm request={request} person={person} work={work} />}
    </section>
  )
}

function AddForm({ request, person, work }: Omit<FormsPartProps, 'people'>) {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<FormKind>('name')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const typed = text.trim()
    if (typed.length < 2) return
    setText('')
    void work.start(`Looking for “${typed}”`, async () => {
      const { hits, pages } = await call('cases.addForm', { request, person: person.id, text: typed, kind })
      return hits === 0
        ? `“${typed}” is a form of ${person.name}; it stands nowhere in the documents.`
        : `“${typed}” is a form of ${person.name}: ${countOf(hits, 'place')} on ${countOf(pages, 'page')}.`
    })
  }
  return (
    <form className={classes.addForm} onSubmit={onSubmit}>
      <TextInput
        data-part="form"
        aria-label="Another form"
        placeholder="Another name, nickname, number …  F"
        maxLength={300}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Select
        aria-label="What it is"
        data={KINDS}
        value={kind}
        allowDeselect={false}
        onChange={(value) => value && setKind(value)}
      />
      <Button type="submit" variant="default" disabled={text.trim().length < 2}>
        Add the form
      </Button>
    </form>
  )
}
