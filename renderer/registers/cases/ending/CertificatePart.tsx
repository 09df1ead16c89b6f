import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { type CaseCertificate, sayOfCertificate } from '#shared/cases/certificate.ts'
import { mayStillExist } from '#shared/cases/certificate-letter.ts'
import classes from './ending.module.css'

/** What was destroyed and what may still exist, and the certificate as a file. */
export function CertificatePart({ certificate }: { readonly certificate: CaseCertificate }) {
  const write = useEngineTask('cases.writeCertificate')
  const save = async (format: 'pdf' | 'json') => {
    try {
      const suggestedName = `Certificate of destruction ${certificate.reference}`
      const { path: to } = await shell('shell.chooseSavePath', { suggestedName, kind: format })
      if (!to) return
      const { path } = await write.mutateAsync({ request: certificate.request, to, format })
      notifications.show({
        title: 'Certificate written',
        message: path,
        onClick: () => void shell('shell.reveal', { path }).catch(() => undefined),
      })
    } catch (error) {
      notifications.show({
        color: 'red',
        title: 'The certificate was not written',
        message: sentenceOf(error),
      })
    }
  }
  return (
    <div className={classes.end}>
      <p>
        {sayOfCertificate(certificate)}. Reason: {certificate.reason}
      </p>
      <p>What may still exist:</p>
      <ul className={classes.remains}>
        {mayStillExist(certificate).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button variant="default" disabled={write.isPending} onClick={() => void save('pdf')}>
          Certificate as PDF…
        </Button>
        <Button variant="default" disabled={write.isPending} onClick={() => void save('json')}>
          Certificate as JSON…
        </Button>
      </div>
    </div>
  )
}
