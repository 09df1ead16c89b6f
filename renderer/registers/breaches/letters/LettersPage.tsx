import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { ImportRecipientsPart } from './import-recipients.ts'
import { MakeLetters } from './MakeLetters.tsx'
import { NoticesMade } from './NoticesMade.tsx'
import { OtherNotices } from './OtherNotices.tsx'
import { PeopleToTell } from './PeopleToTell.tsx'
import { WordsAndPreview } from './WordsAndPreview.tsx'

type LettersPageProps = { readonly record: AnyRecord; readonly ImportRecipients: ImportRecipientsPart }

/** Tells the people a breach affects: who they are, the words of their letters, the letters, and what was made. */
export function LettersPage({ record, ImportRecipients }: LettersPageProps) {
  const breach = record as unknown as Breach
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data, error } = useEngineQuery('breaches.peopleToTell', { id: breach.id }, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return <div aria-busy />
  return (
    <>
      <PeopleToTell
        breach={breach}
        told={data}
        chosen={chosen}
        onChoose={setChosen}
        ImportRecipients={ImportRecipients}
      />
      <WordsAndPreview breach={breach} people={data.people} notes={data.notes} />
      <MakeLetters breach={breach} told={data} chosen={chosen} />
      <OtherNotices breach={breach} />
      <NoticesMade breach={breach} />
    </>
  )
}
