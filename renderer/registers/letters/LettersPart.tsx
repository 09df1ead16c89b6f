import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { LetterNotes } from '#renderer/ui/letters/LetterNotes.tsx'
import { hrefOfSource, wordsOfSource } from './field-href.ts'
import { LetterActions } from './LetterActions.tsx'
import { LetterPreview } from './LetterPreview.tsx'
import classes from './letters.module.css'
import { LettersMade } from './LettersMade.tsx'

type LettersPartProps = {
  readonly register: LetterRegister
  readonly record: AnyRecord
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
}

/** The letters of a record: choose one, see where each word comes from, copy it, save it, note it. */
export function LettersPart({ register, record, kinds }: LettersPartProps) {
  const [kind, setKind] = useState(kinds[0]!.value)
  const which = { register, id: record.id, letter: kind }
  const { data: letter, error } = useEngineQuery('letters.compose', which)
  return (
    <>
      <Section title="Letters" hint="Made from the record, the organisation and the settings">
        <div className={classes.choose}>
          <ChoiceField
            label="Letter"
            options={kinds.map(({ value, label }) => ({ value, label }))}
            value={kind}
            onChange={(value) => setKind(value)}
          />
        </div>
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {letter && (
          <>
            <LetterNotes
              letter={letter}
              hrefOf={(from) => hrefOfSource(register, record, from)}
              wordsOf={(from) => wordsOfSource(register, from)}
            />
            <LetterActions letter={letter} register={register} id={record.id} kind={kind} />
            <LetterPreview letter={letter} register={register} />
          </>
        )}
      </Section>
      <Section title="Letters made">
        <LettersMade letters={record['letters'] as never} kinds={kinds} />
      </Section>
    </>
  )
}
