import { FROM_MEMORY } from './code-list.ts'

/** A question of the Commissioner’s breach report with the answers it offers. */
export type ReportChoice = {
  readonly question: string
  readonly citation: string
  /** What to check before relying on it; null when it is confirmed. */
  readonly check: string | null
  readonly options: readonly string[]
}

/** The kinds of data the report offers. @source UK GDPR Art 33 */
export const REPORT_DATA = {
  question: 'Categories of personal data',
  citation: 'UK GDPR Art 33(3)(a)',
  check: null,
  options: [
    'Data revealing racial or ethnic origin',
    'Political opinions',
    'Religious or philosophical beliefs',
    'Trade union membership',
    'Sex life data',
    'Sexual orientation data',
    'Gender reassignment data',
    'Health data',
    'Basic personal identifiers (name, contact details)',
    'Identification data (usernames, passwords)',
    'Economic and financial data',
    'Official documents (driving licences)',
    'Location data',
    'Genetic or biometric data',
    'Criminal convictions, offences',
    'Not yet known',
    'Other',
  ],
} as const satisfies ReportChoice

/** The kinds of people the report offers. @source UK GDPR Art 33 */
export const REPORT_PEOPLE = {
  question: 'Categories of people',
  citation: 'UK GDPR Art 33(3)(a)',
  check: null,
  options: [
    'Employees',
    'Users',
    'Subscribers',
    'Students',
    'Customers or prospective customers',
    'Patients',
    'Children',
    'Vulnerable adults',
    'Not yet known',
    'Other',
  ],
} as const satisfies ReportChoice

/** How likely significant consequences are. @source UK GDPR Art 33 */
export const REPORT_LIKELIHOOD = {
  question: 'Likelihood of significant consequences',
  citation: 'UK GDPR Art 33(1)',
  check: null,
  options: ['Very likely', 'Likely', 'Neutral', 'Unlikely', 'Very unlikely', 'Not yet known'],
} as const satisfies ReportChoice

/** Whether the people were told. @source UK GDPR Art 34 */
export const REPORT_PEOPLE_TOLD = {
  question: 'Told the people affected?',
  citation: 'UK GDPR Art 34',
  check: FROM_MEMORY,
  options: [
    'Yes',
    'About to or doing so',
    'No, they already know',
    'No, but planning to',
    'No, decided not to',
    'Not decided yet',
    'Something else',
  ],
} as const satisfies ReportChoice

/** Why it is reported. @source UK GDPR Art 33 */
export const REPORT_REASON = {
  question: 'Reason for report (meets threshold / below threshold but want ICO aware / unsure)',
  citation: 'UK GDPR Art 33(1)',
  check: FROM_MEMORY,
  options: [
    'Meets the threshold',
    'Below the threshold but want the ICO to know',
    'Unclear whether it meets the threshold',
  ],
} as const satisfies ReportChoice

/** What a cyber incident did to the organisation. @source UK GDPR Art 33 */
export const REPORT_IMPACT = {
  question: 'Impact on the organisation',
  citation: 'UK GDPR Art 33(3)',
  check: null,
  options: [
    'High: cannot provide critical services',
    'Medium: critical services lost to some users',
    'Low: little or no loss of efficiency',
    'Not yet known',
  ],
} as const satisfies ReportChoice

/** How far recovery from a cyber incident is. @source UK GDPR Art 33 */
export const REPORT_RECOVERY = {
  question: 'Recovery time',
  citation: 'UK GDPR Art 33(3)',
  check: null,
  options: ['Regular', 'Supplemented', 'Extended', 'Not recoverable', 'Complete', 'Not yet known'],
} as const satisfies ReportChoice
