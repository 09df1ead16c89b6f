import type { TransferStandingCode } from '#shared/law/transfer-standing.ts'

/** How a standing is drawn: a colour, and a pattern that tells it apart without the colour. */
export type StandingLook = {
  readonly pattern: 'solid' | 'stripes' | 'dots' | 'cross' | 'bars'
  /** The variable of the screen's colours, and the fixed colours of an exported drawing. */
  readonly token: string
  readonly ink: string
  readonly ground: string
}

/** The looks of the standings. The colours stay apart for people who see red and green alike. */
export const STANDING_LOOKS: Readonly<Record<TransferStandingCode, StandingLook>> = {
  home: { pattern: 'solid', token: 'home', ink: '#3d4a57', ground: '#3d4a57' },
  adequate: { pattern: 'bars', token: 'adequate', ink: '#5d97c9', ground: '#a9cbe8' },
  mechanismInDate: { pattern: 'stripes', token: 'in-date', ink: '#0b6e69', ground: '#bfe3df' },
  mechanismWithoutTest: { pattern: 'dots', token: 'without-test', ink: '#8a4b00', ground: '#f7d59b' },
  nothing: { pattern: 'cross', token: 'nothing', ink: '#8f1414', ground: '#f6c5bd' },
}

/** A line or a spot of a pattern, in a tile of eight units. */
export type PatternMark =
  | { readonly kind: 'line'; readonly path: string; readonly width: number }
  | { readonly kind: 'spot'; readonly x: number; readonly y: number; readonly radius: number }

/** The side of a pattern's tile, in units of the drawing. */
export const PATTERN_TILE = 8

/** What each pattern draws on its ground. */
export const PATTERN_MARKS: Readonly<Record<StandingLook['pattern'], readonly PatternMark[]>> = {
  solid: [],
  bars: [{ kind: 'line', path: 'M0 4H8', width: 1 }],
  stripes: [{ kind: 'line', path: 'M-2 2L2 -2M0 8L8 0M6 10L10 6', width: 2 }],
  dots: [
    { kind: 'spot', x: 2, y: 2, radius: 1.4 },
    { kind: 'spot', x: 6, y: 6, radius: 1.4 },
  ],
  cross: [{ kind: 'line', path: 'M0 0L8 8M8 0L0 8', width: 1.6 }],
}
