import { Button, Menu, TextInput, Tooltip } from '@mantine/core'
import { IconChevronDown, IconClipboardText, IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { countOf } from '#shared/count-words.ts'
import { focusPart } from '../focus-part.ts'
import classes from '../people.module.css'
import type { CaseWork } from '../useCaseWork.ts'
import type { Terms } from './useTerms.ts'

type TermsBarProps = {
  readonly terms: Terms
  readonly work: CaseWork
  readonly tabs: ReactNode
  readonly onPaste: () => void
  readonly onLookForAll: () => void
}

/** The filter of the terms, and what is done with all of them. */
export function TermsBar({ terms, work, tabs, onPaste, onLookForAll }: TermsBarProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') terms.setText('')
    if (!['Escape', 'Enter', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    focusPart('list')
  }
  const canLook = work.canEdit && terms.all.length > 0
  return (
    <div className={classes.bar}>
      {tabs}
      <TextInput
        className={classes.filter}
        data-part="filter"
        aria-label="Part of a term"
        placeholder="Part of a term  /"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={terms.text}
        onChange={({ currentTarget: { value } }) => terms.setText(value)}
        onKeyDown={onKeyDown}
      />
      <span className={classes.quiet}>{terms.isLoading ? '' : countOf(terms.all.length, 'term')}</span>
      <span className={classes.grow} />
      <div className={classes.tools}>
        <Tooltip label="Paste many terms at once (I)">
          <Button
            variant="default"
            leftSection={<IconClipboardText size={14} aria-hidden />}
            disabled={!work.canEdit}
            onClick={onPaste}
          >
            Paste many… <kbd>I</kbd>
          </Button>
        </Tooltip>
        <Button.Group>
          <Tooltip label="Propose a mark wherever a saved term stands (Shift L)">
            <Button disabled={!canLook} onClick={onLookForAll}>
              Look for all
            </Button>
          </Tooltip>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button disabled={!canLook} aria-label="Other ways to look for all" px={6}>
                <IconChevronDown size={14} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onLookForAll}>Look for all, and propose</Menu.Item>
              <Menu.Item onClick={() => terms.look(null, 'accepted')}>
                Look for all, and mark at once
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Button.Group>
      </div>
    </div>
  )
}
