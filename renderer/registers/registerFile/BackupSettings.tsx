import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useFileAction, useFileQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { OpenStatus } from '#renderer/api/session.ts'
import classes from './file-settings.module.css'
import { opened } from './opened.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { sizeInWords, whenInWords } from './words.ts'

/** Backups of the open register: make one, put one in its place, check everything. */
export function BackupSettings({ status }: { readonly status: OpenStatus }) {
  const backups = useFileQuery('registerFile.listBackups', { path: status.path })
  const backUp = useFileAction('registerFile.backUp')
  const verify = useFileAction('registerFile.verify')
  const [restoring, setRestoring] = useState<string | null>(null)

  const backUpNow = () =>
    void backUp.mutateAsync({}).then(
      () => notifications.show({ message: 'Backed up, and the copy was read back.' }),
      (error: unknown) =>
        notifications.show({ color: 'red', title: 'Not backed up', message: sentenceOf(error) }),
    )
  return (
    <section aria-labelledby="backups-heading">
      <h2 id="backups-heading">Backups and checks</h2>
      <div className={classes.buttons}>
        <Button variant="default" loading={backUp.isPending} onClick={backUpNow}>
          Back up now
        </Button>
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate({})}>
          Check every page and revision
        </Button>
      </div>
      <p role="status" className={classes.hint}>
        {verify.error && sentenceOf(verify.error)}
        {verify.data && checkedWords(verify.data)}
      </p>
      {backups.data?.length === 0 && <p className={classes.hint}>No backup yet.</p>}
      <ul className={classes.list}>
        {backups.data?.map(({ name, bytes, madeAt }) => (
          <li key={name}>
            <span>{whenInWords(madeAt)}</span>
            <span className={classes.quiet}>{sizeInWords(bytes)}</span>
            <Button
              variant="subtle"
              disabled={status.readOnlyBecause !== null}
              aria-label={`Restore the backup of ${whenInWords(madeAt)}`}
              onClick={() => setRestoring(name)}
            >
              Restore…
            </Button>
          </li>
        ))}
      </ul>
      {restoring && (
        <RestoreDialog path={status.path} backup={restoring} onClose={() => setRestoring(null)} />
      )}
    </section>
  )
}

function checkedWords({ seq, problems }: OpenStatus['chain']): string {
  if (problems.length > 0) return `Found: ${problems.join(' ')}`
  return `Every page and all ${seq.toLocaleString('en-GB')} revisions fit together.`
}

type RestoreDialogProps = { readonly path: string; readonly backup: string; readonly onClose: () => void }

function RestoreDialog({ path, backup, onClose }: RestoreDialogProps) {
  const restore = useFileAction('registerFile.restore')
  const [passphrase, setPassphrase] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!passphrase) return
    const status = await restore.mutateAsync({ path, backup, passphrase }).catch(() => null)
    if (!status) return
    opened(status)
    notifications.show({ message: 'The backup is in place. What it replaced is kept beside it.' })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Restore a backup">
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <p>
          The register goes back to what it was when the backup was made. What is there now is kept beside it.
        </p>
        <PassphraseField
          label="Passphrase"
          value={passphrase}
          autoFocus
          error={restore.error ? sentenceOf(restore.error) : undefined}
          onChange={setPassphrase}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={restore.isPending}>
            Restore
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  )
}
