import { PAGE_FLAGS, type PageFlag } from '#shared/cases/page.ts'
import { FLAG_COLOURS } from './flag-words.ts'

/** Strokes of each pattern in a square of six; release is plain. */
const STROKES: Readonly<Record<PageFlag, string>> = {
  release: '',
  withhold: 'M0 6 L6 0 M-1 1 L1 -1 M5 7 L7 5',
  outOfScope: 'M0 3 H6',
  duplicate: 'M2 0 V6 M4.5 0 V6',
  query: 'M1 1 h2 v2 h-2 z M4 4 h2 v2 h-2 z',
}

/** What the strip and its legend are filled with for a flag. */
export const patternOf = (flag: PageFlag) => `url(#flag-${flag})`

/** What pages are filled with that have to be looked at again. */
export const AGAIN = 'url(#flag-again)'

/** The patterns of the flags, so that no colour has to be told apart; drawn square although the strip is stretched. */
export function StripPatterns({ pagesPerPixel }: { readonly pagesPerPixel: number }) {
  return (
    <defs>
      {PAGE_FLAGS.map(({ value }) => (
        <pattern
          key={value}
          id={`flag-${value}`}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(1 ${pagesPerPixel})`}
        >
          <rect width={6} height={6} fill={FLAG_COLOURS[value]} />
          <path d={STROKES[value]} stroke="var(--surface)" strokeWidth={1.2} fill="none" />
        </pattern>
      ))}
      <pattern
        id="flag-again"
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform={`scale(1 ${pagesPerPixel})`}
      >
        <rect width={6} height={6} fill="var(--surface)" />
        <path d="M0 0 L6 6 M0 6 L6 0" stroke="var(--error)" strokeWidth={1.4} fill="none" />
      </pattern>
    </defs>
  )
}
