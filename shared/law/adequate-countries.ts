import { PlainDate } from '#shared/time/plain-date.ts'
import { type CodeListEntry, findCode } from './code-list.ts'

/** A place that UK regulations, or provisions treated as such, approve for transfers. Code: ISO 3166-1 alpha-2. */
export type AdequateCountry = CodeListEntry & {
  readonly scope: 'full' | 'partial'
  /** What has to be true of the recipient or the data; null when the whole country is covered. */
  readonly onlyIf: string | null
  readonly group: 'EEA' | 'other'
}

/**
 * The day the list was last checked, and what to check it against.
 *
 * No approval made after 2023 was found in the stored copies.
 */
export const ADEQUACY_CHECKED_ON = PlainDate.parse('2026-11-22')
export const ADEQUACY_CHECK =
  'The list was checked on 22 November 2026 against sources up to the middle of 2026; check for later regulations.'

/** Where the register's own law applies; never a place of transfer. */
export const HOME_COUNTRY = 'GB'

const SCHEDULE_21 = 'DPA 2018 Sch 21 para 5'

const EEA: readonly (readonly [code: string, label: string])[] = [
  ['AT', 'Austria'],
  ['BE', 'Belgium'],
  ['BG', 'Bulgaria'],
  ['HR', 'Croatia'],
  ['CY', 'Cyprus'],
  ['CZ', 'Czechia'],
  ['DK', 'Denmark'],
  ['EE', 'Estonia'],
  ['FI', 'Finland'],
  ['FR', 'France'],
  ['DE', 'Germany'],
  ['GR', 'Greece'],
  ['HU', 'Hungary'],
  ['IS', 'Iceland'],
  ['IE', 'Ireland'],
  ['IT', 'Italy'],
  ['LV', 'Latvia'],
  ['LI', 'Liechtenstein'],
  ['LT', 'Lithuania'],
  ['LU', 'Luxembourg'],
  ['MT', 'Malta'],
  ['NL', 'Netherlands'],
  ['NO', 'Norway'],
  ['PL', 'Poland'],
  ['PT', 'Portugal'],
  ['RO', 'Romania'],
  ['SK', 'Slovakia'],
  ['SI', 'Slovenia'],
  ['ES', 'Spain'],
  ['SE', 'Sweden'],
]

function eeaState([code, label]: readonly [string, string]): AdequateCountry {
  return place(code, label, `${SCHEDULE_21}(1)(a); UK GDPR Art 45A; DUAA Sch 9`, null, 'EEA state', 'EEA')
}

function place(
  code: string,
  label: string,
  citation: string,
  onlyIf: string | null = null,
  note = '',
  group: AdequateCountry['group'] = 'other',
): AdequateCountry {
  const scope = onlyIf === null ? 'full' : 'partial'
  return { code, label, citation, note, scope, onlyIf, group, confirmed: true, check: null }
}

/**
 * The places approved for transfers from the United Kingdom.
 *
 * Institutions, bodies, offices and agencies of the EU and EEA are covered too
 * but have no country code.
 *
 * @source DPA 2018 Sch 21 para 5; UK GDPR Art 45A; SI 2022/1213; SI 2023/1028
 */
export const ADEQUATE_COUNTRIES: readonly AdequateCountry[] = [
  ...EEA.map(eeaState),
  place('GI', 'Gibraltar', `${SCHEDULE_21}(1)(b)`),
  place('CH', 'Switzerland', `${SCHEDULE_21}(2)(a)`),
  place('AR', 'Argentina', `${SCHEDULE_21}(2)(c)`),
  place('GG', 'Guernsey', `${SCHEDULE_21}(2)(d)`),
  place('IM', 'Isle of Man', `${SCHEDULE_21}(2)(e)`),
  place('JE', 'Jersey', `${SCHEDULE_21}(2)(f)`),
  place('FO', 'Faroe Islands', `${SCHEDULE_21}(2)(g)`),
  place('AD', 'Andorra', `${SCHEDULE_21}(2)(h)`),
  place(
    'IL',
    'Israel',
    `${SCHEDULE_21}(2)(i)`,
    'the data is processed by automated means',
    'Decision covers automated processing of personal data.',
  ),
  place('UY', 'Uruguay', `${SCHEDULE_21}(2)(j)`),
  place('NZ', 'New Zealand', `${SCHEDULE_21}(2)(k)`),
  place(
    'CA',
    'Canada',
    `${SCHEDULE_21}(2)(b)`,
    'the recipient is subject to PIPEDA',
    'Only recipients subject to PIPEDA (commercial organisations).',
  ),
  place(
    'JP',
    'Japan',
    `${SCHEDULE_21}(2)(m)`,
    'the recipient is subject to APPI',
    'Only data subject to the Act on the Protection of Personal Information (private-sector handlers).',
  ),
  place(
    'KR',
    'Republic of Korea',
    'SI 2022/1213',
    'the recipient is subject to PIPA',
    'In force since 19 December 2022. Recipients subject to the Personal Information Protection Act.',
  ),
  place(
    'US',
    'United States of America (UK-US data bridge)',
    'SI 2023/1028',
    'the recipient is on the Data Privacy Framework list with the UK Extension',
    'In force since 12 October 2023. Only recipients self-certified to the EU-US Data Privacy Framework and its UK Extension. Check the live list and that the certification covers the data (for example HR data). Flagging special category and criminal data as sensitive to the recipient is from memory.',
  ),
]

/** The approved place with a country code, or `undefined` when the country is not on the list. */
export function adequateCountry(code: string): AdequateCountry | undefined {
  return findCode(ADEQUATE_COUNTRIES, code)
}

/** The approved place a free text names, by code or by name; `undefined` when it names none or several. */
export function adequateCountryNamed(text: string): AdequateCountry | undefined {
  const wanted = text.trim().toLowerCase()
  return ADEQUATE_COUNTRIES.find(
    ({ code, label }) =>
      code.toLowerCase() === wanted ||
      label.toLowerCase() === wanted ||
      (ALSO_CALLED[code] ?? []).includes(wanted),
  )
}

const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  US: ['usa', 'u.s.', 'united states', 'united states of america', 'america'],
  KR: ['south korea', 'korea'],
  CZ: ['czech republic'],
  IE: ['republic of ireland', 'eire'],
  NL: ['holland', 'the netherlands'],
}
