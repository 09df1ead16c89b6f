import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconLock,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react'
import { asAtStore, useAsAt } from '#renderer/api/as-at.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { shell } from '#renderer/api/shell.ts'
import { openPalette } from '#renderer/registers/search/Palette.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { openKeySheet } from './key-sheet.ts'
import { lockNow } from './lock-now.ts'
import classes from './TopBar.module.css'
import { useUndo } from './useUndo.ts'

/** Search, the day the register is shown as at, and what concerns the whole program. */
export function TopBar() {
  const { undo, redo } = useUndo()
  const { canEdit } = useCanEdit()
  return (
    <header className={classes.bar}>
      <button type="button" className={classes.search} onClick={openPalette}>
        <IconSearch size={15} aria-hidden />
        <span>Find a record, a page or a command</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className={classes.space} />
      <AsAtPicker />
      <ActionIcon aria-label="Undo" title="Undo (Ctrl Z)" disabled={!canEdit} onClick={undo}>
        <IconArrowBackUp size={17} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label="Redo" title="Redo (Ctrl Shift Z)" disabled={!canEdit} onClick={redo}>
        <IconArrowForwardUp size={17} aria-hidden />
      </ActionIcon>
      <SchemeButton />
      <ActionIcon aria-label="Keys" title="Keys (?)" onClick={openKeySheet}>
        <IconKeyboard size={17} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label="Lock the register" title="Lock the register (Ctrl L)" onClick={lockNow}>
        <IconLock size={17} aria-hidden />
      </ActionIcon>
    </header>
  )
}

function AsAtPicker() {
  const day = useAsAt()
  const today = useToday()
  const choose = (text: string) => {
    const chosen = PlainDate.safeParse(text)
    asAtStore.set(chosen.success && chosen.data < today ? chosen.data : null)
  }
  return (
    <label className={classes.asAt} data-set={day ? '' : undefined}>
      As at
      <input
        type="date"
        max={today}
        value={day ?? today}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </label>
  )
}

function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'dark' ? 'light' : 'dark'
  const change = () => {
    setColorScheme(other)
    void shell('shell.setTheme', { theme: other }).catch(() => undefined)
  }
  return (
    <ActionIcon aria-label={`Use ${other} colours`} title={`Use ${other} colours`} onClick={change}>
      {scheme === 'dark' ? <IconSun size={17} aria-hidden /> : <IconMoon size={17} aria-hidden />}
    </ActionIcon>
  )
}
