import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { Failure } from '#renderer/ui/files/Failure.tsx'
import { fileNameFor } from '#renderer/ui/files/file-words.ts'
import { TaskProgress } from '#renderer/ui/files/TaskProgress.tsx'
import { useSaving } from '#renderer/ui/files/useSaving.ts'
import { WrittenFilePanel } from '#renderer/ui/files/WrittenFilePanel.tsx'
import { RecordId } from '#shared/records/record.ts'
import classes from './archives.module.css'
import { kindsInWords } from './archive-words.ts'

type Form = 'jsonld' | 'archive'

const EVERY = 'every'

/** Writes the register as linked data, for programs that exchange such records. */
export function DataPrivacyVocabulary() {
  const [form, setForm] = useState<Form>('jsonld')
  const [organisation, setOrganisation] = useState(EVERY)
  const { data: organisations = [] } = useEngineQuery('organisations.list', { relation: 'own' })
  const whose = organisations.find(({ id }) => id === organisation)?.legalName ?? ''
  const write = useEngineTask('archives.writeDpv')
  const name = fileNameFor(whose, null, 'Data Privacy Vocabulary')
  const saving = useSaving(write, {
    name: form === 'jsonld' ? `${name}.jsonld` : name,
    kind: form === 'jsonld' ? 'any' : 'zip',
    write: (to) =>
      write.mutate({
        to,
        form,
        organisationId: organisation === EVERY ? null : RecordId.parse(organisation),
      }),
  })
  const { data } = write
  return (
    <section className={classes.part} aria-labelledby="dpv">
      <h2 id="dpv" tabIndex={-1}>
        Data Privacy Vocabulary
      </h2>
      <p>
        The record of processing as linked data (JSON-LD), in the vocabulary of the W3C community group, for
        programs that read it.
      </p>
      <Radio.Group label="Form" value={form} onChange={(value) => setForm(value as Form)}>
        <div className={classes.choices}>
          <Radio value="jsonld" label="JSON-LD" description="One file that explains its own words" />
          <Radio
            value="archive"
            label="Archive (ZIP)"
            description="The same with context, extension, shapes to check it by, and checksums"
          />
        </div>
      </Radio.Group>
      <div className={classes.choices}>
        <ChoiceField
          label="Organisation"
          options={[
            { value: EVERY, label: 'All organisations' },
            ...organisations.map(({ id, legalName }) => ({ value: id as string, label: legalName })),
          ]}
          value={organisation}
          onChange={setOrganisation}
        />
      </div>
      <div>
        <Button disabled={saving.isPending} onClick={saving.start}>
          Choose where to save the vocabulary…
        </Button>
      </div>
      {saving.isPending && <TaskProgress progress={write.progress} onCancel={write.cancel} />}
      <Failure failure={saving.failure} />
      {data && <WrittenFilePanel file={{ ...data, count: kindsInWords(data.counts) }} />}
    </section>
  )
}
