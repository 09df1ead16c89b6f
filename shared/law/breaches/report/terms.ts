/** The kind of data of the Commissioner’s form that words of a library stand for, where nobody could doubt it. */
const DATA: Readonly<Record<string, readonly string[]>> = {
  'Data revealing racial or ethnic origin': [
    'ethnic origin',
    'ethnicity',
    'race or ethnicity',
    'racial or ethnic origin',
  ],
  'Political opinions': ['political views', 'political opinions'],
  'Religious or philosophical beliefs': [
    'religion or beliefs',
    'religious or other beliefs',
    'religious or philosophical beliefs',
  ],
  'Trade union membership': ['trade union membership'],
  'Sex life data': ['sex life', 'sex life data'],
  'Sexual orientation data': ['sexual orientation', 'sexual orientation data'],
  'Gender reassignment data': ['gender reassignment', 'gender reassignment data'],
  'Health data': [
    'health data',
    'health information',
    'health and medical records',
    'physical or mental health details',
    'medical treatment and medication',
  ],
  'Basic personal identifiers (name, contact details)': [
    'identity data',
    'personal details',
    'names',
    'contact details',
    'contact information',
    'next of kin and emergency contact details',
    'gp and health visitor contact details',
  ],
  'Identification data (usernames, passwords)': ['usernames', 'passwords', 'usernames and passwords'],
  'Economic and financial data': [
    'financial data',
    'financial details',
    'income and financial details',
    'bank details',
  ],
  'Official documents (driving licences)': ['official documents', 'driving licences', 'passports'],
  'Location data': ['location data', 'location of device', 'geographical location'],
  'Genetic or biometric data': [
    'biometric information',
    'biometric data',
    'genetic data',
    'genetic information',
  ],
  'Criminal convictions, offences': [
    'criminal convictions and offences',
    'criminal convictions or cautions',
    'alleged offences and criminal proceedings',
    'dbs check results',
  ],
}

const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  Employees: ['employees', 'staff'],
  Users: ['users', 'account holders'],
  Subscribers: ['subscribers', 'newsletter subscribers'],
  Students: ['students', 'pupils'],
  'Customers or prospective customers': ['customers', 'prospective customers'],
  Patients: ['patients'],
  Children: [
    'children',
    'children and young people',
    'looked after children',
    'children with disabilities',
    'disabled children',
  ],
  'Vulnerable adults': ['vulnerable adults', 'adults at risk'],
}

const DATA_BY_NAME = byName(DATA)
const PEOPLE_BY_NAME = byName(PEOPLE)

/** The option of “Categories of personal data” that a word of the library certainly means; null when in doubt. @source UK GDPR Art 33(3)(a) */
export function dataOption(name: string, dataClass: string | null): string | null {
  if (dataClass === 'criminal') return 'Criminal convictions, offences'
  return DATA_BY_NAME.get(name.trim().toLowerCase()) ?? null
}

/** The option of “Categories of people” that a word of the library certainly means; null when in doubt. @source UK GDPR Art 33(3)(a) */
export function peopleOption(name: string): string | null {
  return PEOPLE_BY_NAME.get(name.trim().toLowerCase()) ?? null
}

function byName(lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(lists).flatMap(([option, names]) =>
      [option.toLowerCase(), ...names].map((name) => [name, option] as const),
    ),
  )
}
