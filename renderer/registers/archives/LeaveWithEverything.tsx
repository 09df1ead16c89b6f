import { Button, Checkbox, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { Failure } from '#renderer/ui/files/Failure.tsx'
import { fileNameFor, holdsInWords } from '#renderer/ui/files/file-words.ts'
import { MadePassphrase } from '#renderer/ui/files/MadePassphrase.tsx'
import { TaskProgress } from '#renderer/ui/files/TaskProgress.tsx'
import { useSaving } from '#renderer/ui/files/useSaving.ts'
import { WrittenFilePanel } from '#renderer/ui/files/WrittenFilePanel.tsx'
import classes from './archives.module.css'

/** Writes the whole register into one file that other programs read, and that can be brought back. */
export function LeaveWithEverything() {
  const [withHistory, setHistory] = useState(true)
  const [withCases, setCases] = useState(true)
  const [isLocked, setLocked] = useState(true)
  const [passphrase, setPassphrase] = useState('')
  const write = useEngineTask('archives.writeWhole')
  const saving = useSaving(write, {
    name: fileNameFor('', null, 'Whole register'),
    kind: 'zip',
    write: (to) =>
      write.mutate(
        { to, withHistory, withCases, passphrase: isLocked ? passphrase : null },
        { onSuccess: () => setPassphrase('') },
      ),
  })
  const { data } = write
  return (
    <section className={classes.part} aria-labelledby="leave">
      <h2 id="leave" tabIndex={-1}>
        Leave with everything
      </h2>
      <p>
        The whole register in one file: every record, the files attached to them, the trail of changes, views
        and settings, in open formats with their schemas. Other programs can read it, anybody can check it,
        and it can be brought back as a new register from the first page of this program.
      </p>
      <div className={classes.choices}>
        <Checkbox
          label="Earlier contents of records"
          description="Without them the trail still proves who changed what and when, but not what it said before."
          checked={withHistory}
          onChange={({ currentTarget: { checked } }) => setHistory(checked)}
        />
        <Checkbox
          label="Documents of requests, with their marks"
          description="What was brought in for requests for access, unredacted."
          checked={withCases}
          onChange={({ currentTarget: { checked } }) => setCases(checked)}
        />
        <Checkbox
          label="Encrypt the file"
          description={
            isLocked
              ? 'AES-256, opened by 7-Zip, Keka and WinZip as well.'
              : 'Anybody who gets hold of the file can read all of it.'
          }
          checked={isLocked}
          onChange={({ currentTarget: { checked } }) => setLocked(checked)}
        />
        {isLocked && (
          <PasswordInput
            label="Passphrase of the file"
            description="Left empty, one is made and shown once."
            autoComplete="off"
            value={passphrase}
            onChange={({ currentTarget: { value } }) => setPassphrase(value)}
          />
        )}
      </div>
      <div>
        <Button disabled={saving.isPending} onClick={saving.start}>
          Choose where to save everything…
        </Button>
      </div>
      {saving.isPending && <TaskProgress progress={write.progress} onCancel={write.cancel} />}
      <Failure failure={saving.failure} />
      {data && <WrittenFilePanel file={{ ...data, count: holdsInWords(data.counts) }} />}
      {data?.passphrase && <MadePassphrase key={data.passphrase} passphrase={data.passphrase} />}
    </section>
  )
}
