import { useMantineColorScheme } from '@mantine/core'
import { asAtStore } from '#renderer/api/as-at.ts'
import type { PaletteCommand } from '#renderer/registers/search/Palette.tsx'
import { openKeySheet } from './key-sheet.ts'
import { lockNow } from './lock-now.ts'
import { ROUTES } from './routes.tsx'
import { hrefOf, navigate, SECTIONS } from './routing.tsx'
import { useUndo } from './useUndo.ts'

/** What the palette offers besides records: the pages, and what concerns the whole program. */
export function usePaletteCommands(): readonly PaletteCommand[] {
  const { undo, redo } = useUndo()
  const { setColorScheme } = useMantineColorScheme()
  const pages = SECTIONS.map((section, index) => ({
    label: `Go to ${ROUTES[section].label}`,
    keys: `Alt ${index + 1}`,
    run: () => navigate(hrefOf(section)),
  }))
  return [
    ...pages,
    { label: 'New activity', run: () => navigate(hrefOf('activities', 'new')) },
    { label: 'Undo the last change', keys: 'Ctrl Z', run: undo },
    { label: 'Redo', keys: 'Ctrl Shift Z', run: redo },
    { label: 'Show the register as it stands today', run: () => asAtStore.set(null) },
    { label: 'Lock the register', keys: 'Ctrl L', run: lockNow },
    { label: 'Use light colours', run: () => setColorScheme('light') },
    { label: 'Use dark colours', run: () => setColorScheme('dark') },
    { label: 'Use the system’s colours', run: () => setColorScheme('auto') },
    { label: 'Show the keys', keys: '?', run: openKeySheet },
  ]
}
