import { Button, Loader, Textarea } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useFileDrop } from '#renderer/ui/useFileDrop.ts'
import { useState } from 'react'
import { stretchesOf } from '#shared/registers/requests/intake/quotes-in-text.ts'
import classes from './intake.module.css'
import messageClasses from './message.module.css'
import type { Intake, Reading } from './useIntake.ts'

type MessageSideProps = {
  readonly intake: Intake
  /** The words looked at now. */
  readonly quote: string | null
  readonly canEdit: boolean
}

/** The message: pasted, chosen or let fall here; then as it was read, with the words that proposals rest on marked. */
export function MessageSide({ intake, quote, canEdit }: MessageSideProps) {
  const canTake = canEdit && !intake.isReading
  const drop = useFileDrop(canTake, intake.takeDropped)
  return (
    <section className={classes.messageFrame} aria-label="The message">
      <div {...drop} className={messageClasses.message}>
        {intake.reading ? (
          <AsRead reading={intake.reading} quote={quote} onAgain={intake.again} />
        ) : (
          <Paste intake={intake} disabled={!canTake} />
        )}
      </div>
    </section>
  )
}

function Paste({ intake, disabled }: { readonly intake: Intake; readonly disabled: boolean }) {
  const [text, setText] = useState('')
  return (
    <>
      <Textarea
        label="The message, with its head if you have it"
        description="From, date, to and subject say when it came and who sent it."
        placeholder={'From: …\nSent: …\nTo: …\nSubject: …'}
        value={text}
        autosize
        minRows={16}
        maxRows={28}
        autoFocus
        disabled={disabled}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          if (text.trim() !== '') return
          const pasted = event.clipboardData.getData('text/plain')
          if (pasted.trim() === '') return
          event.preventDefault()
          intake.readText(pasted)
        }}
      />
      <div className={classes.actions}>
        <Button disabled={disabled || text.trim() === ''} onClick={() => intake.readText(text)}>
          Read the message
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileText size={14} aria-hidden />}
          disabled={disabled}
          onClick={intake.chooseFile}
        >
          Choose a file…
        </Button>
        <span className={classes.quiet}>.eml, .msg, .txt and others, or let one fall here</span>
      </div>
      {intake.isReading && (
        <p role="status" className={messageClasses.busy}>
          <Loader size={14} aria-hidden /> {intake.progress?.doing ?? 'Reading the message'}
          <Button variant="subtle" size="compact-xs" onClick={intake.cancel}>
            Stop
          </Button>
        </p>
      )}
    </>
  )
}

type AsReadProps = { readonly reading: Reading; readonly quote: string | null; readonly onAgain: () => void }

function AsRead({ reading, quote, onAgain }: AsReadProps) {
  const quotes = reading.proposals.map((proposal) => proposal.quote)
  return (
    <>
      <div className={messageClasses.head}>
        <h2>The message</h2>
        <Button variant="default" size="compact-sm" onClick={onAgain}>
          Another message
        </Button>
      </div>
      {reading.cut && (
        <p className={classes.notice}>
          It is very long: only its first 100,000 letters were looked through. Read the rest yourself.
        </p>
      )}
      {reading.attachments > 0 && (
        <p className={classes.notice}>
          {reading.attachments === 1 ? 'One file came' : `${reading.attachments} files came`} with it and was
          not read here: look at it for a letter or an authority.
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls is reached by the keyboard */}
      <div className={messageClasses.text} tabIndex={0} role="region" aria-label="The message as it was read">
        {stretchesOf(reading.text, quotes, quote).map(({ text, isQuoted, isActive }, index) =>
          isQuoted ? (
            // oxlint-disable-next-line react/no-array-index-key -- a stretch is known by its place in the text
            <mark key={index} data-active={isActive || undefined}>
              {text}
            </mark>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- a stretch is known by its place in the text
            <span key={index}>{text}</span>
          ),
        )}
      </div>
    </>
  )
}
