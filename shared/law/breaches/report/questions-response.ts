import { NOT_SEEN, SEEN_IN_PART, question, type ReportSection } from './question.ts'

/** What the Commissioner’s form asks about attacks on systems, staff, delay, action taken, and who reports. @source UK GDPR Art 33(3)(b), 33(3)(d) */
export const RESPONSE_SECTIONS: readonly ReportSection[] = [
  {
    id: 'cyber',
    title: 'Cyber incidents only',
    questions: [
      question(
        'B30',
        'choice',
        'Confidentiality, integrity or availability of information systems affected?',
        '',
        { options: ['Yes', 'No', 'Don’t know'] },
      ),
      question('B31', 'choices', 'Which of confidentiality, integrity, availability', '', {
        options: ['Confidentiality', 'Integrity', 'Availability'],
        check: NOT_SEEN,
      }),
      question('B32', 'choice', 'Impact on the organisation', '', {
        options: [
          'High: cannot provide critical services',
          'Medium: critical services lost to some users',
          'Low: little or no loss of efficiency',
          'Not yet known',
        ],
      }),
      question('B33', 'choice', 'Recovery time', '', {
        options: ['Regular', 'Supplemented', 'Extended', 'Not recoverable', 'Complete', 'Not yet known'],
      }),
    ],
  },
  {
    id: 'staff',
    title: 'Staff',
    questions: [
      question(
        'B40',
        'choice',
        'Staff member involved had data protection training in the last two years?',
        'UK GDPR Art 39(1)(b)',
        { options: ['Yes', 'No', 'Don’t know'], check: SEEN_IN_PART },
      ),
      question('B41', 'passage', 'Training given: describe', '', { check: SEEN_IN_PART }),
    ],
  },
  {
    id: 'delay',
    title: 'Delay',
    questions: [
      question('B42', 'passage', 'If reported after 72 hours: reasons', 'UK GDPR Art 33(1)', {
        check: SEEN_IN_PART,
      }),
    ],
  },
  {
    id: 'action',
    title: 'Taking action',
    questions: [
      question('B50', 'passage', 'Actions taken or proposed', 'UK GDPR Art 33(3)(d)'),
      question('B51', 'passage', 'Contained? Steps to contain and mitigate', 'UK GDPR Art 33(3)(d)'),
      question('B52', 'passage', 'Steps to stop it happening again', 'UK GDPR Art 33(3)(d)'),
      question('B53', 'choice', 'Told the people affected?', 'UK GDPR Art 34', {
        options: [
          'Yes',
          'About to or doing so',
          'No, they already know',
          'No, but planning to',
          'No, decided not to',
          'Not decided yet',
          'Something else',
        ],
        check: NOT_SEEN,
      }),
      question('B54', 'passage', 'Other organisations told or to be told', '', {
        note: 'Police, other regulators, commissioner, insurer.',
      }),
      question(
        'B55',
        'choice',
        'Member of an approved code of conduct or certification?',
        'UK GDPR Arts 40-42',
        { options: ['Yes', 'No'], check: NOT_SEEN },
      ),
    ],
  },
  {
    id: 'sender',
    title: 'About you',
    questions: [
      question('B60', 'text', 'Organisation name and registered address', 'UK GDPR Art 33(3)(b)'),
      question('B61', 'text', 'ICO registration number (or exemption reason)', '', { check: NOT_SEEN }),
      question('B62', 'text', 'Person making the report: name, email, telephone', ''),
      question('B63', 'text', 'DPO or other contact: name and contact details', 'UK GDPR Art 33(3)(b)'),
      question('B64', 'choice', 'Sector', '', {
        options: [
          'Charitable and voluntary',
          'Education and childcare',
          'Health',
          'Local government',
          'Social care',
          'Other',
        ],
        check: NOT_SEEN,
      }),
    ],
  },
  {
    id: 'overseas',
    title: 'Overseas',
    questions: [
      question('B70', 'passage', 'People in other countries affected; other regulators told', '', {
        check: NOT_SEEN,
      }),
    ],
  },
]
