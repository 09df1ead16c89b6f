import { Button } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { SecondCheck } from '#shared/cases/second-check.ts'
import type { CheckScope } from '#shared/registers/cases/case-checks.contract.ts'
import layer from '../marks/layer.module.css'
import { MarkPatterns } from '../marks/MarkPatterns.tsx'
import { type MarkView, nextView } from '../marks/mark-views.ts'
import { usePageKeys } from '#renderer/ui/usePageKeys.ts'
import { revealedAs, revealedStore, turnVeil } from '../review/revealed.ts'
import { useStore } from '#renderer/api/store.ts'
import { type CheckKey, checkKeyOf } from './check-keys.ts'
import { CheckBar } from './CheckBar.tsx'
import classes from './check.module.css'
import { CheckList } from './CheckList.tsx'
import { CheckSheet } from './CheckSheet.tsx'
import type { TabProps } from './CheckTab.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { SignOffPart } from './SignOffPart.tsx'
import { useChecking } from './useChecking.ts'
import { VerdictPart } from './VerdictPart.tsx'

type CheckerProps = TabProps & {
  readonly check: SecondCheck
  readonly scope: CheckScope
  readonly onAnew: () => void
}

/** The pages of a second check one after another, as the requester sees them, all of it by keyboard. */
export function Checker({ request, check, scope, tabs, onAnew }: CheckerProps) {
  const checking = useChecking(request)
  const { canEdit, current, shown, words, isThere, error } = checking
  const [view, setView] = useState<MarkView>('requester')
  const [isText, setText] = useState(false)
  const [isReturning, setReturning] = useState(false)
  const isRevealed = useStore(revealedStore).has(revealedAs(request, current?.page ?? 0))
  const askReturn = () => current && canEdit && setReturning(true)
  const acts: Readonly<Record<CheckKey['does'], () => void>> = {
    next: () => checking.step(1),
    previous: () => checking.step(-1),
    nextToDo: checking.toNextToDo,
    agree: () => checking.say('agree', ''),
    return: askReturn,
    repeat: checking.repeat,
    undo: checking.undo,
    redo: checking.redo,
    view: () => setView(nextView(view)),
    showText: () => setText(!isText),
    showPicture: () => current && turnVeil(request, current.page),
  }
  usePageKeys(checkKeyOf, ({ does }) => acts[does]())
  return (
    <>
      <CheckBar tabs={tabs} check={check} view={view} isText={isText} onView={setView} onText={setText} />
      {scope.missing > 0 && scope.toRelease > 0 && (
        <p className={classes.notice} role="note">
          {scope.missing === 1 ? '1 page is' : `${scope.missing.toLocaleString('en-GB')} pages are`} to be
          released or marked since this check was begun, and should be in it.{' '}
          <Button size="compact-xs" variant="default" disabled={!canEdit} onClick={onAnew}>
            Begin a check with the pages there are now
          </Button>
        </p>
      )}
      <div className={`${classes.parts} ${layer.palette}`}>
        <MarkPatterns />
        <CheckList checking={checking} />
        <div className={classes.middle}>
          {error && (
            <p role="alert" className={classes.message}>
              {sentenceOf(error)}
            </p>
          )}
          {shown && current && (
            <CheckSheet
              request={request}
              shown={shown}
              isThere={isThere}
              words={words}
              view={view}
              isText={isText}
              isRevealed={isRevealed}
              onReveal={() => turnVeil(request, current.page)}
            />
          )}
        </div>
        <aside className={classes.pane} aria-label="About the page">
          {shown && current && isThere && (
            <VerdictPart
              request={request}
              checking={checking}
              checked={current}
              shown={shown}
              onReturn={askReturn}
            />
          )}
          <SignOffPart request={request} check={check} scope={scope} onAnew={onAnew} />
        </aside>
      </div>
      {isReturning && current && (
        <ReturnDialog
          place={current.place}
          note={current.note}
          onReturn={(note) => {
            setReturning(false)
            checking.say('return', note)
          }}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  )
}
