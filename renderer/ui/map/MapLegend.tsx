import {
  TRANSFER_STANDING_WORDS,
  TRANSFER_STANDINGS,
  type TransferStandingCode,
} from '#shared/law/transfer-standing.ts'
import type { MapEntry } from './map-entry.ts'
import { patternId } from './MapPatterns.tsx'
import classes from './WorldMap.module.css'

type MapLegendProps = {
  readonly drawing: string
  readonly entries: readonly MapEntry[]
  readonly filter: TransferStandingCode | null
  readonly onFilter: (standing: TransferStandingCode | null) => void
}

/** What each pattern means, with how many countries have it; pressing one shows only those countries. */
export function MapLegend({ drawing, entries, filter, onFilter }: MapLegendProps) {
  return (
    <div className={classes.legend} role="group" aria-label="Show countries by how their transfers stand">
      {TRANSFER_STANDINGS.map((standing) => {
        const count = entries.filter((entry) => entry.standing === standing).length
        return (
          <button
            key={standing}
            type="button"
            className={classes.key}
            aria-pressed={filter === standing}
            onClick={() => onFilter(filter === standing ? null : standing)}
          >
            <svg width={22} height={16} aria-hidden>
              <rect
                width={22}
                height={16}
                fill={`url(#${patternId(drawing, standing)})`}
                className={classes.swatch}
              />
            </svg>
            {TRANSFER_STANDING_WORDS[standing]} <span className={classes.count}>{count}</span>
          </button>
        )
      })}
    </div>
  )
}
