import type { RegisterName } from './record.ts'

/** What one record of a register is called, and what several are. */
export type RegisterWords = { readonly one: string; readonly many: string }

/** The words for every register's records; the type makes a register without them a compile error. */
export const REGISTER_WORDS: Readonly<Record<RegisterName, RegisterWords>> = {
  activities: { one: 'Processing activity', many: 'Processing activities' },
  organisations: { one: 'Organisation', many: 'Organisations' },
  contracts: { one: 'Contract', many: 'Contracts' },
  vocabulary: { one: 'Term', many: 'Terms' },
  views: { one: 'View', many: 'Views' },
  settings: { one: 'Settings', many: 'Settings' },
  requests: { one: 'Rights request', many: 'Rights requests' },
  searches: { one: 'Search', many: 'Search record' },
  breaches: { one: 'Personal data breach', many: 'Personal data breaches' },
  recipients: { one: 'Person to tell', many: 'People to tell' },
  complaints: { one: 'Complaint', many: 'Complaints' },
  processors: { one: 'Processor', many: 'Processors' },
  transfers: { one: 'Transfer', many: 'Transfers' },
  arrangements: { one: 'Sharing arrangement', many: 'Sharing arrangements' },
  disclosures: { one: 'Disclosure', many: 'Disclosures' },
  retention: { one: 'Retention rule', many: 'Retention rules' },
  disposals: { one: 'Disposal', many: 'Disposals' },
  consents: { one: 'Consent', many: 'Consents' },
  preferences: { one: 'Preference', many: 'Preferences' },
  suppressions: { one: 'Suppression', many: 'Suppressions' },
  notices: { one: 'Privacy notice', many: 'Privacy notices' },
  assessments: { one: 'Assessment', many: 'Assessments' },
  evidence: { one: 'Evidence', many: 'Evidence' },
  mappings: { one: 'Mapping of an export', many: 'Exports of systems' },
}
