import { useEffect, useState } from 'react'
import type { TransferStandingCode } from '#shared/law/transfer-standing.ts'
import type { MapEntry } from './map-entry.ts'
import { loadWorld, type World } from './world.ts'
import { WorldDrawing } from './WorldDrawing.tsx'
import classes from './WorldMap.module.css'

export type WorldMapProps = {
  /** What the map is called: "Transfers by country". */
  readonly title: string
  readonly entries: readonly MapEntry[]
  /** The code of the country that is looked at; null for none. */
  readonly selected: string | null
  readonly onChoose: (code: string) => void
  /** The only standing shown; null for all. */
  readonly filter: TransferStandingCode | null
  readonly onFilter: (standing: TransferStandingCode | null) => void
}

/** The world, with countries marked by how transfers to them stand. The outlines are loaded when it is first shown. */
export function WorldMap(props: WorldMapProps) {
  const [world, setWorld] = useState<World | null>(null)
  useEffect(() => {
    let isHere = true
    void loadWorld().then((loaded) => isHere && setWorld(loaded))
    return () => {
      isHere = false
    }
  }, [])
  if (!world)
    return (
      <p className={classes.waiting} role="status">
        Drawing the map…
      </p>
    )
  return <WorldDrawing world={world} {...props} />
}
