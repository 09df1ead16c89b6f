import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { useStore } from '#renderer/api/store.ts'
import { lookStore, withFacet } from '#renderer/ui/described/list-look.ts'
import type { MapEntry } from '#renderer/ui/map/map-entry.ts'
import { worldMapSvg } from '#renderer/ui/map/map-svg.ts'
import { loadWorld } from '#renderer/ui/map/world.ts'
import { WorldMap } from '#renderer/ui/map/WorldMap.tsx'
import type { TransferStandingCode } from '#shared/law/transfer-standing.ts'
import { StandingTable } from './StandingTable.tsx'
import classes from './transfers.module.css'

const TITLE = 'Transfers by country'

/** The world marked by the worst standing of each country, and the same in a table; a country filters the list. */
export function TransferMap() {
  const look = useStore(lookStore('transfers'))
  const [standing, setStanding] = useState<TransferStandingCode | null>(null)
  const [message, setMessage] = useState('')
  const chosen = look.filter.facets['country']?.[0] ?? null
  // The map shows every country that the other conditions leave, also while one is chosen.
  const filter = { ...look.filter, facets: withFacet(look.filter, 'country', []) }
  const { data, error } = useEngineQuery('transfers.standings', { filter }, { keepPrevious: true })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return <div aria-busy />
  const entries = data.countries.map(({ code, worst, transfers }): MapEntry => ({
    code,
    standing: worst,
    count: transfers,
  }))

  const choose = (code: string) => {
    const store = lookStore('transfers')
    const { filter: current } = store.get()
    const facets = withFacet(current, 'country', code === chosen ? [] : [code])
    store.set({ ...store.get(), filter: { ...current, facets }, viewId: null })
  }
  const save = async () => {
    const { path } = await shell('shell.chooseSavePath', { suggestedName: 'Transfers.svg', kind: 'svg' })
    if (path === null) return
    await shell('shell.saveText', { path, text: worldMapSvg(await loadWorld(), entries, TITLE) })
    setMessage(`Written to ${path}`)
  }

  return (
    <section className={classes.panel} aria-label="Map of transfers">
      <div className={classes.bar}>
        <p>Each country by the worst standing of its transfers. Choose one to filter the list.</p>
        <span role="status">{message}</span>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => void save().catch((problem: unknown) => setMessage(sentenceOf(problem)))}
        >
          Save as SVG
        </Button>
      </div>
      <div className={classes.map}>
        <WorldMap
          title={TITLE}
          entries={entries}
          selected={chosen}
          onChoose={choose}
          filter={standing}
          onFilter={setStanding}
        />
      </div>
      <StandingTable lines={data.lines} country={chosen} standing={standing} />
    </section>
  )
}
