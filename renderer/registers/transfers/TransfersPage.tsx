import { Button } from '@mantine/core'
import { IconMap2, IconWorldOff } from '@tabler/icons-react'
import { useStore } from '#renderer/api/store.ts'
import { RegisterPage } from '#renderer/ui/described/RegisterPage.tsx'
import type { RoutedRegisterProps } from '#renderer/ui/described/register-props.ts'
import { panelStore } from './panel.ts'
import { StandingPart } from './StandingPart.tsx'
import { TransferMap } from './TransferMap.tsx'
import { WhatIf } from './WhatIf.tsx'

const SECTIONS = { before: [StandingPart] }

/** International transfers: the list, a map of how they stand, and what hangs on the approval of a country. */
export function TransfersPage(props: RoutedRegisterProps) {
  return <RegisterPage {...props} sections={SECTIONS} views={<PanelAbove />} actions={<PanelButtons />} />
}

function PanelAbove() {
  const panel = useStore(panelStore)
  if (panel === 'map') return <TransferMap />
  return panel === 'whatIf' ? <WhatIf /> : null
}

function PanelButtons() {
  const panel = useStore(panelStore)
  const toggle = (one: 'map' | 'whatIf') => () => panelStore.set(panel === one ? null : one)
  return (
    <>
      <Button
        variant="default"
        aria-expanded={panel === 'map'}
        leftSection={<IconMap2 size={14} aria-hidden />}
        onClick={toggle('map')}
      >
        Map
      </Button>
      <Button
        variant="default"
        aria-expanded={panel === 'whatIf'}
        leftSection={<IconWorldOff size={14} aria-hidden />}
        onClick={toggle('whatIf')}
      >
        If a country loses adequacy
      </Button>
    </>
  )
}
