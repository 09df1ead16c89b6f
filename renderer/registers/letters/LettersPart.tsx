import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { LetterNotes } from '#renderer/ui/letters/LetterNotes.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import {
  REQUEST_LETTER_VERSIONS,
  type RequestLetterVersion,
} from '#shared/registers/requests/templates/template.schema.ts'
import type { SentLetter } from '#shared/registers/requests/sent-letter.ts'
import { ChooseActivities } from './ChooseActivities.tsx'
import { hrefOfFact, wordsOfFact } from './field-href.ts'
import { LetterActions } from './LetterActions.tsx'
import { LetterPreview } from './LetterPreview.tsx'
import classes from './letters.module.css'
import { LettersMade } from './LettersMade.tsx'
import { SentLetters } from './SentLetters.tsx'

type LettersPartProps = {
  readonly register: LetterRegister
  readonly record: AnyRecord
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
}

/** The letters that tell how the data is used. */
const WITH_ARTICLE_15: readonly string[] = ['final', 'partial']

/** The letters of a record: choose one, see where each word comes from, copy it, save it, keep it as sent. */
export function LettersPart({ register, record, kinds }: LettersPartProps) {
  const [kind, setKind] = useState(kinds[0]!.value)
  const [version, setVersion] = useState<RequestLetterVersion>('standard')
  const isRequest = register === 'requests'
  const which = { register, id: record.id, letter: kind, version }
  const { data: letter, error } = useEngineQuery('letters.compose', which, { keepPrevious: true })
  const drawsOnActivities = isRequest && record['right'] === 'R-ACCESS' && WITH_ARTICLE_15.includes(kind)
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
          {isRequest && (
            <ChoiceField
              label="Version"
              options={[...REQUEST_LETTER_VERSIONS]}
              value={version}
              onChange={setVersion}
            />
          )}
          {isRequest && (
            <RouteLink
              href={hrefOf('requests', 'templates', null, { letter: kind, version, request: record.id })}
            >
              Change the wording
            </RouteLink>
          )}
        </div>
        {drawsOnActivities && <ChooseActivities id={record.id} />}
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {letter && (
          <>
            <LetterNotes
              letter={letter}
              hrefOf={(from, source) => hrefOfFact(register, record, { from, source })}
              wordsOf={(from) => wordsOfFact(register, { from })}
            />
            <LetterActions letter={letter} which={which} />
            <LetterPreview letter={letter} register={register} record={record} />
          </>
        )}
      </Section>
      {isRequest && (
        <Section title="Letters as sent" hint="Kept as they went out, under a seal">
          <SentLetters record={record} letters={record['sentLetters'] as readonly SentLetter[]} />
        </Section>
      )}
      <Section title="Letters made" {...(isRequest && { hint: 'Notes of letters, with their wording' })}>
        <LettersMade letters={record['letters'] as never} kinds={kinds} />
      </Section>
    </>
  )
}
