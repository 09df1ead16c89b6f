import { Button, CopyButton } from '@mantine/core'
import { IconCopy, IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import type { WrittenFile } from '#shared/registers/reports/report.contract.ts'
import { bytesInWords } from './file-words.ts'
import classes from './files.module.css'

/** A file that was written, and how much of a register is in it, in words. */
export type HandedOut = Omit<WrittenFile, 'activities'> & { readonly count: string }

/** What was written, with what proves it later. */
export function WrittenFilePanel({ file }: { readonly file: HandedOut }) {
  const [error, setError] = useState<unknown>(null)
  return (
    <div className={classes.result} role="group" aria-label="The file that was written">
      <p role="status">
        <strong>Written.</strong> {file.count}, {bytesInWords(file.bytes)}.
      </p>
      <dl>
        <dt>File</dt>
        <dd>{file.path}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{file.sha256}</code>
        </dd>
        <dt>Chain head</dt>
        <dd>
          <code>{file.chainHead}</code>
        </dd>
      </dl>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={14} />}
          onClick={() => void shell('shell.reveal', { path: file.path }).catch(setError)}
        >
          Show in its folder
        </Button>
        <CopyButton value={file.sha256}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy size={14} />} onClick={copy}>
              {copied ? 'Copied' : 'Copy the SHA-256'}
            </Button>
          )}
        </CopyButton>
      </div>
      {error !== null && <p role="alert">{sentenceOf(error)}</p>}
    </div>
  )
}
