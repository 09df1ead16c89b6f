import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** A day that is no working day in a nation, or, with `nation: null`, in the whole United Kingdom. */
export type BankHoliday = {
  readonly day: PlainDate
  readonly name: string
  readonly nation: Nation | null
  /** Whether it stands in for a day that falls at a weekend. */
  readonly substitute: boolean
}

/** Where the list comes from, when it was looked at, and how far it reaches: nothing is known outside it. */
export const BANK_HOLIDAY_LIST = {
  title: 'UK bank holidays, GOV.UK',
  link: 'https://www.gov.uk/bank-holidays',
  citation: 'Banking and Financial Dealings Act 1971',
  /** The state of the published data that was read. */
  publishedOn: PlainDate.parse('2026-08-21'),
  checkedOn: PlainDate.parse('2026-11-22'),
  from: PlainDate.parse('2024-01-01'),
  until: PlainDate.parse('2028-12-31'),
} as const

const ENGLAND_AND_WALES = 'england-and-wales'
const SCOTLAND = 'scotland'
const NORTHERN_IRELAND = 'northern-ireland'

/**
 * The bank holidays of the three calendars, 2024 to 2028, as published and not computed.
 *
 * Scotland has no Easter Monday, has 2 January and St Andrew’s Day, and had one day of its own on 15 June 2026.
 * Scottish local holidays are not bank holidays and are left out.
 *
 * @source Banking and Financial Dealings Act 1971
 */
export const BANK_HOLIDAYS: readonly BankHoliday[] = [
  ...everywhere('New Year’s Day', '2024-01-01 2025-01-01 2026-01-01 2027-01-01 2028-01-03*'),
  ...everywhere('Good Friday', '2024-03-29 2025-04-18 2026-04-03 2027-03-26 2028-04-14'),
  ...everywhere('Early May bank holiday', '2024-05-06 2025-05-05 2026-05-04 2027-05-03 2028-05-01'),
  ...everywhere('Spring bank holiday', '2024-05-27 2025-05-26 2026-05-25 2027-05-31 2028-05-29'),
  ...everywhere('Christmas Day', '2024-12-25 2025-12-25 2026-12-25 2027-12-27* 2028-12-25'),
  ...everywhere('Boxing Day', '2024-12-26 2025-12-26 2026-12-28* 2027-12-28* 2028-12-26'),
  ...notInScotland('Easter Monday', '2024-04-01 2025-04-21 2026-04-06 2027-03-29 2028-04-17'),
  ...notInScotland('Summer bank holiday', '2024-08-26 2025-08-25 2026-08-31 2027-08-30 2028-08-28'),
  ...only(SCOTLAND, '2nd January', '2024-01-02 2025-01-02 2026-01-02 2027-01-04* 2028-01-04*'),
  ...only(SCOTLAND, 'Summer bank holiday', '2024-08-05 2025-08-04 2026-08-03 2027-08-02 2028-08-07'),
  ...only(SCOTLAND, 'St Andrew’s Day', '2024-12-02* 2025-12-01* 2026-11-30 2027-11-30 2028-11-30'),
  ...only(SCOTLAND, 'World Cup bank holiday', '2026-06-15'),
  ...only(NORTHERN_IRELAND, 'St Patrick’s Day', '2024-03-18* 2025-03-17 2026-03-17 2027-03-17 2028-03-17'),
  ...only(
    NORTHERN_IRELAND,
    'Battle of the Boyne (Orangemen’s Day)',
    '2024-07-12 2025-07-14* 2026-07-13* 2027-07-12 2028-07-12',
  ),
]

function everywhere(name: string, days: string): readonly BankHoliday[] {
  return holidays(null, name, days)
}

function notInScotland(name: string, days: string): readonly BankHoliday[] {
  return [...only(ENGLAND_AND_WALES, name, days), ...only(NORTHERN_IRELAND, name, days)]
}

function only(nation: Nation, name: string, days: string): readonly BankHoliday[] {
  return holidays(nation, name, days)
}

/** A star marks a substitute day. */
function holidays(nation: Nation | null, name: string, days: string): readonly BankHoliday[] {
  return days.split(' ').map((text) => ({
    day: PlainDate.parse(text.replace('*', '')),
    name,
    nation,
    substitute: text.endsWith('*'),
  }))
}
