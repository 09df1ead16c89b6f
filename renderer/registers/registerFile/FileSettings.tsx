import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useFileAction, useFileQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useSession } from '#renderer/api/session.ts'
import { BackupSettings } from './BackupSettings.tsx'
import classes from './file-settings.module.css'
import { NewPassphrase } from './NewPassphrase.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { RecoveryKeyCheck } from './RecoveryKeyCheck.tsx'
import { typedTwiceProblem } from './typed-twice.ts'

/** What can be done to the open register file: its passphrase, recovery key and backups. */
export function FileSettings() {
  const session = useSession()
  const { data } = useFileQuery('registerFile.status', {})
  const [dialog, setDialog] = useState<'passphrase' | 'recoveryKey' | null>(null)
  const status = data?.state === 'open' ? data : session.phase === 'open' ? session.status : null
  if (!status) return null
  const close = () => setDialog(null)
  return (
    <>
      <section aria-labelledby="keys-heading">
        <h2 id="keys-heading">Passphrase and recovery key</h2>
        <p className={classes.hint}>{status.path}</p>
        <div className={classes.buttons}>
          <Button
            variant="default"
            disabled={status.readOnlyBecause !== null}
            onClick={() => setDialog('passphrase')}
          >
            Change the passphrase…
          </Button>
          <Button
            variant="default"
            disabled={status.readOnlyBecause !== null}
            onClick={() => setDialog('recoveryKey')}
          >
            Make a new recovery key…
          </Button>
        </div>
      </section>
      <BackupSettings status={status} />
      {dialog === 'passphrase' && <ChangePassphrase onClose={close} />}
      {dialog === 'recoveryKey' && <NewRecoveryKey onClose={close} />}
    </>
  )
}

function ChangePassphrase({ onClose }: { readonly onClose: () => void }) {
  const change = useFileAction('registerFile.changePassphrase')
  const [current, setCurrent] = useState('')
  const [typed, setTyped] = useState({ first: '', second: '' })
  const [wasAsked, setAsked] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!current || typedTwiceProblem(typed)) return
    const done = await change.mutateAsync({ current, next: typed.first }).catch(() => null)
    if (!done) return
    notifications.show({ message: 'The passphrase was changed.' })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Change the passphrase">
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <PassphraseField
          label="Present passphrase"
          value={current}
          autoFocus
          error={
            change.error
              ? sentenceOf(change.error)
              : wasAsked && !current
                ? 'Type the present passphrase'
                : undefined
          }
          onChange={setCurrent}
        />
        <NewPassphrase typed={typed} showProblems={wasAsked} onChange={setTyped} />
        <div className={classes.buttons}>
          <Button type="submit" loading={change.isPending}>
            Change it
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function NewRecoveryKey({ onClose }: { readonly onClose: () => void }) {
  const make = useFileAction('registerFile.newRecoveryKey')
  const [passphrase, setPassphrase] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase) make.mutate({ passphrase })
  }
  const done = () => {
    notifications.show({ message: 'The new recovery key is in force; the old one no longer works.' })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Make a new recovery key"
      closeOnClickOutside={!make.data}
      withCloseButton={!make.data}
    >
      {make.data ? (
        <div className={classes.form}>
          <RecoveryKeyCheck recoveryKey={make.data.recoveryKey} onDone={done} />
        </div>
      ) : (
        <form className={classes.form} onSubmit={submit} noValidate>
          <p className={classes.hint}>The old recovery key stops working at once.</p>
          <PassphraseField
            label="Passphrase"
            value={passphrase}
            autoFocus
            error={make.error ? sentenceOf(make.error) : undefined}
            onChange={setPassphrase}
          />
          <div className={classes.buttons}>
            <Button type="submit" loading={make.isPending}>
              Make it
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
