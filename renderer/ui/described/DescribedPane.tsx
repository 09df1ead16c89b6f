import { useQueryClient } from '@tanstack/react-query'
import { engineQuery, useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useRoute } from '#renderer/app/routing.tsx'
import { GapSummary } from '#renderer/ui/gaps/GapSummary.tsx'
import { GapsProvider } from '#renderer/ui/gaps/GapsProvider.tsx'
import { RecordHistory } from '#renderer/ui/history/RecordHistory.tsx'
import classes from '#renderer/ui/record/record.module.css'
import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { DescribedForm } from './DescribedForm.tsx'
import { DescribedHead } from './DescribedHead.tsx'
import { DescribedRecordProvider, useDescribedRecord } from './described-record.ts'
import type { RecordPage, RegisterAdditions } from './register-props.ts'
import { RecordUses } from '#renderer/ui/record/RecordUses.tsx'

type DescribedPaneProps = {
  readonly sections: RegisterAdditions['sections']
  readonly pages: RegisterAdditions['pages']
  readonly register: DescribedName
  readonly id: string
}

/** One record of a described register, to read and to change. Key it by the record's id. */
export function DescribedPane({ register, id, sections, pages = [] }: DescribedPaneProps) {
  const found = useEngineQuery('records.get', { register, id })
  const save = useSaveRecord(register, id)
  // Each page of the record has a body of its own, so that it begins at its top.
  const { page } = useRoute()
  if (found.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(found.error)}
      </p>
    )
  if (!found.data) return <div className={classes.pane} aria-busy />
  const record = found.data.record as AnyRecord
  const { one } = described(register)
  return (
    <DescribedRecordProvider stored={record} save={save}>
      <GapsProvider register={register} id={id}>
        <article
          className={classes.pane}
          aria-label={`${one.charAt(0).toUpperCase()}${one.slice(1)} ${record.name}`}
        >
          <DescribedHead register={register} pages={pages} />
          <div className={classes.body} key={page ?? 'form'}>
            <Body register={register} pages={pages} sections={sections} />
          </div>
        </article>
      </GapsProvider>
    </DescribedRecordProvider>
  )
}

type BodyProps = {
  readonly register: DescribedName
  readonly pages: readonly RecordPage[]
  readonly sections: RegisterAdditions['sections']
}

function Body({ register, pages, sections }: BodyProps) {
  const { value } = useDescribedRecord()
  const { page } = useRoute()
  const own = pages.find((one) => one.page === page)
  if (own) return <own.Page record={value} />
  if (page === 'history') return <RecordHistory register={register} id={value.id} />
  if (page === 'uses') return <RecordUses register={register} id={value.id} />
  return (
    <>
      <GapSummary register={register} id={value.id} />
      <DescribedForm register={register} sections={sections} />
    </>
  )
}

/** Sends only the fields that changed; the answer takes the place of what is cached. */
function useSaveRecord(register: DescribedName, id: string) {
  const client = useQueryClient()
  const command = useEngineCommand('records.change')
  return async (changes: Partial<AnyRecord>) => {
    const answer = await command.mutateAsync({ register, id, changes: { ...changes } })
    client.setQueryData(engineQuery('records.get', { register, id }, null).queryKey, answer)
  }
}
