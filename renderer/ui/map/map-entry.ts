import { TRANSFER_STANDING_WORDS, type TransferStandingCode } from '#shared/law/transfer-standing.ts'
import { countryName } from '#shared/law/countries.ts'

/** What the map shows of one country. */
export type MapEntry = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  readonly standing: TransferStandingCode
  readonly count: number
}

/** "India: Mechanism without a current test, 2 transfers". */
export function entryWords({ code, standing, count }: MapEntry): string {
  return `${countryName(code)}: ${TRANSFER_STANDING_WORDS[standing]}, ${countWords(count)}`
}

/** The entries in the order of the countries' names, those of other standings left out when one is asked for. */
export function shownEntries(
  entries: readonly MapEntry[],
  filter: TransferStandingCode | null,
): readonly MapEntry[] {
  return entries
    .filter(({ standing }) => filter === null || standing === filter)
    .toSorted((a, b) => countryName(a.code).localeCompare(countryName(b.code), 'en-GB'))
}

/** What the map says as a whole, for somebody who does not see it. */
export function mapSummary(entries: readonly MapEntry[]): string {
  if (entries.length === 0) return 'No country is recorded.'
  return shownEntries(entries, null).map(entryWords).join('. ') + '.'
}

function countWords(count: number): string {
  return count === 1 ? '1 transfer' : `${count} transfers`
}
