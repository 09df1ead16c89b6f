import { TRANSFER_STANDINGS, type TransferStandingCode } from '#shared/law/transfer-standing.ts'
import { PATTERN_MARKS, PATTERN_TILE, type PatternMark, STANDING_LOOKS } from './standing-look.ts'
import classes from './WorldMap.module.css'

/** The name of a standing's pattern within one drawing. */
export function patternId(drawing: string, standing: TransferStandingCode): string {
  return `${drawing}-${standing}`
}

type MapPatternsProps = { readonly drawing: string }

/** The patterns of the standings in the colours of the screen, to fill shapes with. */
export function MapPatterns({ drawing }: MapPatternsProps) {
  return (
    <defs>
      {TRANSFER_STANDINGS.map((standing) => {
        const { pattern, token } = STANDING_LOOKS[standing]
        return (
          <pattern
            key={standing}
            id={patternId(drawing, standing)}
            width={PATTERN_TILE}
            height={PATTERN_TILE}
            patternUnits="userSpaceOnUse"
            className={classes.pattern}
            data-look={token}
          >
            <rect width={PATTERN_TILE} height={PATTERN_TILE} className={classes.ground} />
            {PATTERN_MARKS[pattern].map((mark) => (
              <Mark key={mark.kind === 'line' ? mark.path : mark.x} mark={mark} />
            ))}
          </pattern>
        )
      })}
    </defs>
  )
}

function Mark({ mark }: { readonly mark: PatternMark }) {
  return mark.kind === 'line' ? (
    <path d={mark.path} strokeWidth={mark.width} className={classes.inkLine} />
  ) : (
    <circle cx={mark.x} cy={mark.y} r={mark.radius} className={classes.inkSpot} />
  )
}
