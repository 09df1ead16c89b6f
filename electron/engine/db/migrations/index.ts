import type { Migration } from 'kysely/migration'
import * as revisions from './0001_revisions.ts'
import * as organisationsContractsTerms from './0002_organisations_contracts_terms.ts'
import * as activities from './0003_activities.ts'
import * as viewsAndSettings from './0004_views_and_settings.ts'
import * as search from './0005_search.ts'
import * as records from './0006_records.ts'
import * as cases from './0007_cases.ts'

/** In order; a released migration is never edited, renamed or moved. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_revisions': revisions,
  '0002_organisations_contracts_terms': organisationsContractsTerms,
  '0003_activities': activities,
  '0004_views_and_settings': viewsAndSettings,
  '0005_search': search,
  '0006_records': records,
  '0007_cases': cases,
}

/** The schema this program writes. */
export const LATEST_SCHEMA = Object.keys(migrations).at(-1)!
