import { Button, Progress } from '@mantine/core'
import { IconEyeSearch, IconFilePlus, IconFolderPlus, IconPlayerPlay } from '@tabler/icons-react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { Section } from '#renderer/ui/record/Section.tsx'
import { useFileDrop } from '#renderer/ui/useFileDrop.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { CaseOverview } from '#shared/registers/cases/case-life.contract.ts'
import { sizeInWords } from '#shared/registers/documents/document-rules.ts'
import { countOf } from '#shared/count-words.ts'
import classes from './documents.module.css'
import { useBringingIn } from './useBringingIn.ts'

type BringInProps = {
  readonly record: AnyRecord
  readonly overview: CaseOverview
  /** The entry of the search record under which the next files are brought in. */
  readonly search: string | null
}

/** Where files and folders are brought in, with how far their reading has come. */
export function BringIn({ record, overview, search }: BringInProps) {
  const { canEdit } = useCanEdit()
  const work = useBringingIn(record.id, search)
  const isBusy = work.running !== null
  const canTake = canEdit && !isBusy
  const { sources, recognition } = overview

  const drop = useFileDrop(canTake, work.takeDropped)

  return (
    <Section title="Documents" hint={overview.state === 'open' ? countsOf(overview) : undefined}>
      <div {...drop} className={classes.place}>
        {overview.state === 'none' && (
          <p className={classes.none}>
            Nothing is here yet. Bring in what the search found: files, folders, zip archives, saved mail
            (.eml, .msg, .mbox, .pst), scans. For example the folder of the case, the mailbox of the social
            worker and the scanned paper file. Originals are kept byte for byte, encrypted.
          </p>
        )}
        {canEdit && (
          <div className={classes.actions}>
            <Button
              variant="default"
              leftSection={<IconFilePlus size={14} aria-hidden />}
              disabled={isBusy}
              onClick={work.chooseFiles}
            >
              Bring in files…
            </Button>
            <Button
              variant="default"
              leftSection={<IconFolderPlus size={14} aria-hidden />}
              disabled={isBusy}
              onClick={work.chooseFolder}
            >
              Bring in a folder…
            </Button>
            {sources.waiting > 0 && (
              <Button
                leftSection={<IconPlayerPlay size={14} aria-hidden />}
                disabled={isBusy}
                onClick={work.goOn}
              >
                Go on reading ({countOf(sources.waiting, 'file')})
              </Button>
            )}
            {recognition.waiting > 0 && (
              <Button
                variant={sources.waiting > 0 ? 'default' : 'filled'}
                leftSection={<IconEyeSearch size={14} aria-hidden />}
                disabled={isBusy}
                onClick={work.recognise}
              >
                Recognise words ({countOf(recognition.waiting, 'page')})
              </Button>
            )}
            <span className={classes.quiet}>or let files and folders fall here</span>
          </div>
        )}
        {work.running && (
          <div className={classes.progress}>
            <Progress
              aria-label="How far"
              value={
                work.running.progress
                  ? (100 * work.running.progress.done) / Math.max(1, work.running.progress.total)
                  : 0
              }
              transitionDuration={0}
            />
            <span role="status">{work.running.progress?.doing ?? 'Starting…'}</span>
            <Button variant="default" disabled={!work.running.progress} onClick={work.running.stop}>
              Stop
            </Button>
          </div>
        )}
        {work.problems.map((problem) => (
          <p key={problem} role="alert" className={classes.problem}>
            {problem}
          </p>
        ))}
        <p role="status" className={classes.quiet}>
          {work.said}
        </p>
      </div>
    </Section>
  )
}

/** "312 files: 298 read, 10 in part, 4 not read · 3,110 pages · 8.2 MB". */
function countsOf({ sources, pages, bytes }: CaseOverview): string {
  const all = sources.waiting + sources.read + sources.partial + sources['not-read']
  const ways = [
    [sources.read, 'read'],
    [sources.partial, 'in part'],
    [sources['not-read'], 'not read'],
    [sources.waiting, 'waiting'],
  ] as const
  const said = ways
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('en-GB')} ${word}`)
  return `${countOf(all, 'file')}: ${said.join(', ')} · ${countOf(pages, 'page')} · ${sizeInWords(bytes)}`
}
