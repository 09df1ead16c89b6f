import { useMantineColorScheme } from '@mantine/core'
import { asAtStore } from '#renderer/api/as-at.ts'
import { described } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import { openLogBreach } from '#renderer/registers/breaches/log-breach.ts'
import { openSearch } from '#renderer/registers/search/open-search.ts'
import type { PaletteCommand } from '#renderer/registers/search/Palette.tsx'
import { openKeySheet } from './key-sheet.ts'
import { lockNow } from './lock-now.ts'
import { ROUTES } from './routes.tsx'
import { hrefOf, navigate, NUMBERED_SECTIONS, type RailSection, SECTIONS } from './routing.tsx'
import { useUndo } from './useUndo.ts'

/** What the palette offers besides records: the pages, and what concerns the whole program. */
export function usePaletteCommands(): readonly PaletteCommand[] {
  const { undo, redo } = useUndo()
  const { setColorScheme } = useMantineColorScheme()
  const pages = SECTIONS.map((section) => ({
    label: `Go to ${ROUTES[section].label}`,
    ...keysOf(section),
    run: () => navigate(hrefOf(section)),
  }))
  return [
    ...pages,
    { label: 'Show the calendar', run: () => navigate(hrefOf('today', 'calendar')) },
    { label: 'Go to Search record', run: () => navigate(hrefOf('searches')) },
    { label: 'Go to Exports of systems', run: () => navigate(hrefOf('mappings')) },
    { label: 'New activity', run: () => navigate(hrefOf('activities', 'new')) },
    { label: 'New request from a message', run: () => navigate(hrefOf('requests', 'intake')) },
    ...DescribedName.options.map((register) => ({
      label: `New ${described(register).one}`,
      run: () => navigate(hrefOf(register, 'new')),
    })),
    { label: 'Log a breach or near miss', keys: 'Ctrl Shift B', run: openLogBreach },
    { label: 'Check a list against the suppressions', run: () => navigate(hrefOf('suppressions', 'check')) },
    { label: 'Due for disposal', run: () => navigate(hrefOf('retention', 'due')) },
    { label: 'Leave with everything', run: () => navigate(hrefOf('reports', 'leave')) },
    {
      label: 'Write the register in the Data Privacy Vocabulary',
      run: () => navigate(hrefOf('reports', 'dpv')),
    },
    { label: 'Check an archive', run: () => navigate(hrefOf('reports', 'verify')) },
    { label: 'Search every register', keys: 'Ctrl Shift F', run: openSearch },
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

function keysOf(section: RailSection): { keys?: string } {
  if (section === 'today') return { keys: 'Alt 0' }
  const at = NUMBERED_SECTIONS.indexOf(section)
  return at < 0 ? {} : { keys: `Alt ${at + 1}` }
}
