import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import { say } from '#shared/registers/letters/letter-words.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** What the documents of the demonstration say. Every person, place and event in them is invented. */
export const DEMO_REQUEST = `From: Jordan Ellis <jordan.ellis@example.org>
To: enquiries@example.net
Date: Mon, 16 Nov 2026 09:12:00 +0000
Message-ID: <request-1@example.org>
Subject: My file
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Hello,

I was in foster care with you from 2009 to 2016 and I would like a copy of everything you hold about me: letters,
e-mails, reports, photographs. I was born on 4 May 2000. Please also tell me who you have shared it with.

Please e-mail me, I move often.

Jordan Ellis
`

const SCHOOL: Letter = letterOf('2014-03-06', 'Progress this term', 'Meadow Bank School', [
  'Jordan has settled well this term and now walks to school with Priya Nair from the class.',
  'Reading is at the level expected for the age. In mathematics there was a gap of one year, which is closing.',
  'We would like to meet before Easter to plan the move to the upper school. Thursday afternoons suit us best.',
  'Ruth Carter, class teacher',
])

const PLACEMENT: Letter = letterOf('2009-06-15', 'Placement with foster carers', 'Fostering team', [
  'This letter confirms that Jordan, aged nine, moved to foster carers on 12 June 2009.',
  'The first review is on 10 July 2009 at 2 p.m. Jordan has been told, and has chosen a book to bring.',
  'Health: no allergies are known. The yearly assessment by the school nurse is due in September.',
])

/** Letters, by the name of their file. */
export const DEMO_LETTERS: Readonly<Record<string, Letter>> = {
  'Letter from school.pdf': SCHOOL,
  'Placement letter.pdf': PLACEMENT,
}

/** A thread of e-mails, by the name of each file. */
export const DEMO_EMAILS: Readonly<Record<string, string>> = {
  'Visit on Tuesday.eml': mail(
    'Fostering team',
    'Meadow Bank School',
    '3 Mar 2014 10:02:11 +0000',
    'Visit on Tuesday',
    [
      'Dear colleague,',
      'I will visit Jordan at school on Tuesday 11 March at 3 p.m., if that suits. We would talk about the summer.',
      'Regards,',
      'Dana Okafor, social worker',
    ],
  ),
  'Re Visit on Tuesday.eml': mail(
    'Meadow Bank School',
    'Fostering team',
    '3 Mar 2014 14:40:27 +0000',
    'Re: Visit on Tuesday',
    [
      'That suits us well. Jordan and Priya asked whether the camp in July is still on.',
      'Regards,',
      'Ruth Carter',
      '> I will visit Jordan at school on Tuesday 11 March at 3 p.m., if that suits.',
    ],
  ),
}

/** The rows of a spreadsheet. */
export const REVIEW_DATES: ReadonlyArray<readonly string[]> = [
  ['Review', 'Day', 'Held', 'Next steps'],
  ['First', '10 July 2009', 'Yes', 'School nurse in September'],
  ['Second', '8 October 2009', 'Yes', 'Swimming lessons'],
  ['Yearly 2010', '11 June 2010', 'Yes', 'Contact with Sheila Ellis, grandmother, once a month'],
  ['Yearly 2011', '17 June 2011', 'Yes', 'Extra help with reading'],
]

/** The paragraphs of a form. */
export const VISIT_NOTES: readonly string[] = [
  'Visit record',
  'Date of visit: 11 March 2014',
  'Present: Dana Okafor (social worker), Jordan Ellis, Priya Nair',
  'Jordan was cheerful, showed a drawing of the sea, and said the camp in July would be “brilliant”.',
  'Agreed: the fostering team confirms the camp by the end of March.',
]

function letterOf(dated: string, subject: string, from: string, paragraphs: readonly string[]): Letter {
  return {
    subject,
    dated: PlainDate.parse(dated),
    reference: '',
    from: [[from]],
    to: [['Jordan’s file']],
    greeting: ['Dear colleague'],
    paragraphs: paragraphs.map((text) => say`${text}`),
    signature: [['Yours sincerely'], [from]],
    basis: '',
    checks: [],
  }
}

function mail(from: string, to: string, date: string, subject: string, lines: readonly string[]): string {
  const address = (name: string) => `${name} <${name.toLowerCase().replaceAll(' ', '.')}@example.net>`
  const head = [
    `From: ${address(from)}`,
    `To: ${address(to)}`,
    `Date: Mon, ${date}`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ]
  return `${head.join('\r\n')}\r\n\r\n${lines.join('\r\n\r\n')}\r\n`
}
