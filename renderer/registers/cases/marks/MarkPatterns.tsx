import { MarkState } from '#shared/cases/mark.ts'

/** What a reason is about; each has a pattern of its own, so that no colour has to be told apart. */
type ReasonKind = 'none' | 'people' | 'harm' | 'crime' | 'legal' | 'other'

/** Strokes of each pattern in a square of six points. */
const STROKES: Readonly<Record<ReasonKind, string>> = {
  none: '',
  people: 'M0 6 L6 0 M-1 1 L1 -1 M5 7 L7 5',
  harm: 'M0 6 L6 0 M-1 1 L1 -1 M5 7 L7 5 M0 0 L6 6 M-1 5 L1 7 M5 -1 L7 1',
  crime: 'M1.5 0 V6 M4.5 0 V6',
  legal: 'M1 1 h1 v1 h-1 z M4 4 h1 v1 h-1 z',
  other: 'M0 3 H6',
}

const KINDS = Object.keys(STROKES) as ReasonKind[]

/** The kind of a reason by the letters its code begins with. */
function kindOf(exemption: string): ReasonKind {
  if (exemption === '') return 'none'
  const [letters = ''] = exemption.split('-')
  if (letters === 'TP') return 'people'
  if (['HE', 'SW', 'ED', 'CA'].includes(letters)) return 'harm'
  if (['CT', 'IM'].includes(letters)) return 'crime'
  return ['LPP', 'LR', 'JU', 'SI'].includes(letters) ? 'legal' : 'other'
}

/** What a mark is filled with: the colour of its decision, the pattern of its reason. */
export const fillOf = (state: MarkState, exemption: string) => `url(#mark-${state}-${kindOf(exemption)})`

/** The patterns of marks; drawn once beside the page, and used by the page and the list. */
export function MarkPatterns() {
  return (
    <svg width={0} height={0} aria-hidden style={{ position: 'absolute' }}>
      <defs>
        {MarkState.options.flatMap((state) =>
          KINDS.map((kind) => (
            <pattern
              key={`${state}-${kind}`}
              id={`mark-${state}-${kind}`}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
            >
              <rect width={6} height={6} fill={`var(--mark-${state})`} fillOpacity={TINTS[state]} />
              <path
                d={STROKES[kind]}
                stroke={`var(--mark-${state})`}
                strokeOpacity={0.32}
                strokeWidth={0.9}
                fill="none"
              />
            </pattern>
          )),
        )}
      </defs>
    </svg>
  )
}

/** What stays is hardly tinted. */
const TINTS: Readonly<Record<MarkState, number>> = { proposed: 0.2, accepted: 0.24, rejected: 0.06 }
