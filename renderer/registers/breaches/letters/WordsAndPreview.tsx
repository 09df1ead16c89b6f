import { Select } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { FieldEditor } from '#renderer/ui/described/fields/FieldEditor.tsx'
import { LetterSheet } from '#renderer/ui/letters/LetterSheet.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { LETTER_FIELDS } from '#shared/registers/breaches/breach.letters.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { LETTER_VERSIONS, type LetterVersion } from '#shared/registers/breaches/letters/versions.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { NoticeNotes } from './NoticeNotes.tsx'
import { wordsOfSource } from './letter-sources.ts'
import classes from './letters-page.module.css'

type Told = Output<'breaches.peopleToTell'>
type WordsAndPreviewProps = { readonly breach: Breach } & Pick<Told, 'people' | 'notes'>

/** The words that are sent, beside a letter as it reads with them. */
export function WordsAndPreview({ breach, people, notes }: WordsAndPreviewProps) {
  return (
    <Section
      title="Words for the letters"
      hint="They stand in every letter. What is about one person stands in that person’s record only."
    >
      <div className={classes.beside}>
        <Words notes={notes} />
        <Preview breach={breach} people={people} />
      </div>
    </Section>
  )
}

type Key = keyof typeof LETTER_FIELDS

const isSimple = (key: Key) => key.endsWith('Simple')
const FIELDS = Object.keys(LETTER_FIELDS) as Key[]

function Words({ notes }: Pick<Told, 'notes'>) {
  const ofPeople = notes.filter(({ reference }) => reference !== null)
  const simple = FIELDS.filter(isSimple)
  return (
    <div className={classes.words}>
      {FIELDS.filter((key) => !isSimple(key)).map((key) => (
        <WordsField key={key} name={key} notes={notes} />
      ))}
      <details className={classes.made} open={notes.some(({ field }) => isSimple(field as Key))}>
        <summary>Easier words, for the letter that is easier to read and the one for a child</summary>
        <div className={classes.words}>
          {simple.map((key) => (
            <WordsField key={key} name={key} notes={notes} />
          ))}
        </div>
      </details>
      {ofPeople.length > 0 && (
        <div role="group" aria-label="In the letters of single people">
          {ofPeople.map(({ reference, text }) => (
            <p key={reference} className={classes.warning}>
              Look again at {reference}: {text}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}

function WordsField({ name, notes }: { readonly name: Key } & Pick<Told, 'notes'>) {
  const { value, change, disabled, errors } = useDescribedRecord()
  return (
    <FieldSlot field={name}>
      <FieldEditor
        field={LETTER_FIELDS[name]}
        name={name}
        value={value[name]}
        disabled={disabled}
        error={errors[name]}
        onChange={(next) => change({ [name]: next })}
      />
      {notes
        .filter(({ field }) => field === name)
        .map(({ text }) => (
          <p key={text} className={classes.warning}>
            Look again: {text}
          </p>
        ))}
    </FieldSlot>
  )
}

function Preview({ breach, people }: Pick<WordsAndPreviewProps, 'breach' | 'people'>) {
  const [version, setVersion] = useState<LetterVersion>('standard')
  const [chosen, setRecipient] = useState<string | null>(null)
  const recipient = people.some(({ id }) => id === chosen) ? chosen : null
  const asked = { what: 'letter', version, recipient } as const
  const { data: letter, error } = useEngineQuery(
    'breaches.composeNotice',
    { id: breach.id, asked },
    { keepPrevious: true },
  )
  const choose = (id: string | null) => {
    setRecipient(id)
    const person = people.find((one) => one.id === id)
    if (person) setVersion(person.version)
  }
  return (
    <div className={classes.preview}>
      <div className={classes.actions}>
        <ChoiceField
          label="Letter shown"
          options={[...LETTER_VERSIONS]}
          value={version}
          onChange={setVersion}
        />
        <Select
          label="To"
          placeholder="Nobody yet: an example"
          data={people.map(({ id, reference, name }) => ({
            value: id as string,
            label: `${reference} ${name}`,
          }))}
          value={recipient}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Show an example' }}
          nothingFoundMessage="Nobody by this name among the first fifty"
          onChange={choose}
        />
      </div>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {letter && (
        <>
          <NoticeNotes letter={letter} breach={breach} person={recipient} />
          <LetterSheet letter={letter} wordsOf={wordsOfSource} />
        </>
      )}
    </div>
  )
}
