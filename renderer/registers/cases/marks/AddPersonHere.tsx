import { Button, Group, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { call } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import classes from './dialogs.module.css'
import type { PageMarking } from './useMarking.ts'

type AddPersonHereProps = {
  readonly request: string
  readonly marking: PageMarking
  readonly page: number
  /** Of the page's text; null where the cursor is on no word. */
  readonly range: { readonly start: number; readonly end: number } | null
  readonly onAdded: (person: number) => void
  readonly onClose: () => void
}

/** Nobody of the list is named here: puts somebody on it by the words at the cursor. */
export function AddPersonHere({ request, marking, page, range, onAdded, onClose }: AddPersonHereProps) {
  const text = useEngineQuery('cases.pageWords', { request, page }).data?.text ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // Often it comes when the dialog has given the focus away already.
  useEffect(() => field.current?.focus(), [])
  const name = typed ?? (range ? nameIn(text.slice(range.start, range.end)) : '')
  const add = async () => {
    setBusy(true)
    await marking.actions.attempt(async () => {
      const { person } = await call('cases.addPerson', { request, name: name.trim() })
      onAdded(person)
      return null
    })
    setBusy(false)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') void add()
      }}
    >
      <p>
        Nobody of the list is named here.{' '}
        <RouteLink href={hrefOf('requests', request, 'people')}>Look at the people of the case</RouteLink>, or
        add somebody:
      </p>
      <TextInput
        label="Name as the documents write it"
        description="Every page is looked through for it."
        ref={field}
        data-autofocus
        maxLength={200}
        value={name}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <Group justify="flex-end" mt="sm" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={name.trim() === ''} loading={isBusy}>
          Add
        </Button>
      </Group>
    </form>
  )
}

/** Words without the signs around them: "Idris Yusuf," is a name with a comma after it. */
const nameIn = (text: string) =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
