import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '#renderer/api/engine.ts'
import type { CasePerson, PersonForm } from '#shared/cases/person.ts'
import type { People } from '../ledger/usePeople.ts'
import { FORM_KINDS } from '../people-words.ts'
import type { CaseWork } from '../useCaseWork.ts'
import { MoveForm } from './MoveForm.tsx'
import classes from './person.module.css'

type FormRowProps = {
  readonly request: string
  readonly person: CasePerson
  readonly form: PersonForm
  readonly people: People
  readonly work: CaseWork
}

/** One form of somebody, which can be dropped, or be somebody else’s. */
export function FormRow({ request, person, form, people, work }: FormRowProps) {
  const [isMoving, setMoving] = useState(false)
  const move = (to: number | null, name: string) =>
    void work.start(`Moving “${form.text}”`, async () => {
      await call('cases.moveForm', { request, form: form.id, to })
      return to === null ? `“${form.text}” is a separate person now.` : `“${form.text}” is a form of ${name}.`
    })
  const drop = () =>
    void work.start(`Dropping “${form.text}”`, async () => {
      await call('cases.dropForm', { request, form: form.id })
      return `“${form.text}” is no form of ${person.name} any more.`
    })
  return (
    <tr>
      <th scope="row">
        <bdi>{form.text}</bdi>
      </th>
      <td>{FORM_KINDS[form.kind]}</td>
      <td className={classes.quiet}>{form.because || 'added by hand'}</td>
      <td className={classes.number}>{form.hits.toLocaleString('en-GB')}</td>
      <td className={classes.number}>{form.pages.toLocaleString('en-GB')}</td>
      <td className={classes.doing}>
        {work.canEdit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={24} aria-label={`What to do with ${form.text}`}>
                <IconDots size={15} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={person.forms.length < 2} onClick={() => move(null, '')}>
                Part off: somebody else
              </Menu.Item>
              <Menu.Item onClick={() => setMoving(true)}>Move to another person…</Menu.Item>
              <Menu.Item onClick={drop}>Drop: not this person</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        {isMoving && (
          <MoveForm
            form={form}
            people={people.all.filter(({ id }) => id !== person.id)}
            onMove={(to) => move(to.id, to.name)}
            onClose={() => setMoving(false)}
          />
        )}
      </td>
    </tr>
  )
}
