import { NOT_SEEN, question, type ReportSection } from './question.ts'

/** What the Commissioner’s form asks about the report, what happened and to whom. @source UK GDPR Art 33(3)(a) */
export const EVENT_SECTIONS: readonly ReportSection[] = [
  {
    id: 'report',
    title: 'About your report',
    questions: [
      question('B01', 'choice', 'Report type', 'UK GDPR Art 33(1), 33(4)', {
        options: ['Initial report', 'Follow-up report'],
        isRequired: true,
      }),
      question('B02', 'text', 'ICO case reference (follow-up only)', 'UK GDPR Art 33(4)'),
      question('B03', 'text', 'Name of ICO staff member already spoken to', ''),
      question('B04', 'choice', 'Reason for the report', 'UK GDPR Art 33(1)', {
        options: [
          'Meets the threshold',
          'Below the threshold but want the ICO to know',
          'Unclear whether it meets the threshold',
        ],
        check: NOT_SEEN,
      }),
      question('B05', 'choice', 'Size of organisation', '', {
        options: ['Fewer than 250 staff', '250 staff or more'],
        check: NOT_SEEN,
      }),
      question('B06', 'choice', 'First breach reported to the ICO since GDPR?', '', {
        options: ['Yes', 'No', 'Unsure'],
        check: NOT_SEEN,
      }),
    ],
  },
  {
    id: 'breach',
    title: 'About the breach',
    questions: [
      question('B10', 'passage', 'What happened', 'UK GDPR Art 33(3)(a)', {
        note: 'What happened, what went wrong, how. Do not put the affected people’s personal data in the form.',
        isRequired: true,
      }),
      question('B11', 'passage', 'How it happened', 'UK GDPR Art 33(3)(a)'),
      question('B12', 'passage', 'How it was discovered', 'UK GDPR Art 33(1)'),
      question('B13', 'moment', 'Date and time discovered', 'UK GDPR Art 33(1)', {
        note: 'Starts the 72 hours.',
        isRequired: true,
      }),
      question('B14', 'moment', 'Date and time it happened', 'UK GDPR Art 33(3)(a)'),
      question('B15', 'passage', 'Preventive measures in place beforehand', 'UK GDPR Arts 24, 32'),
      question('B16', 'choice', 'Cyber incident?', '', { options: ['Yes', 'No', 'Don’t know'] }),
    ],
  },
  {
    id: 'extent',
    title: 'Data and people',
    questions: [
      question('B20', 'choices', 'Categories of personal data', 'UK GDPR Art 33(3)(a)', {
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
      }),
      question('B21', 'text', 'Other category: details', 'UK GDPR Art 33(3)(a)'),
      question('B22', 'number', 'Number of personal data records', 'UK GDPR Art 33(3)(a)', {
        note: 'Approximate allowed.',
      }),
      question('B23', 'number', 'Number of people who could be affected', 'UK GDPR Art 33(3)(a)', {
        note: 'Approximate allowed; give a maximum if unknown.',
      }),
      question('B24', 'choices', 'Categories of people', 'UK GDPR Art 33(3)(a)', {
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
      }),
      question(
        'B25',
        'passage',
        'Potential consequences or harm, so far and expected',
        'UK GDPR Art 33(3)(c)',
      ),
      question('B26', 'choice', 'Likelihood of significant consequences', 'UK GDPR Art 33(1)', {
        note: 'From an older version of the form; a newer one asks whether a high risk is likely.',
        options: ['Very likely', 'Likely', 'Neutral', 'Unlikely', 'Very unlikely', 'Not yet known'],
      }),
      question('B27', 'choice', 'High risk to people likely?', 'UK GDPR Art 34(1)', {
        options: ['Yes', 'No', 'Not yet known'],
        check: NOT_SEEN,
      }),
    ],
  },
]
