import { type ExemptionQuestion, inWords, mustBe, mustNotBe, onDay } from './question.ts'

const ANOTHER = 'Choose another ground, or let it stay.'
const OTHER_GROUNDS =
  'Use another ground whose own test is met: for example TP-16, CA-21, HE-5, CT-2 or the confidence of a source; or, where the controller is the local authority, pass the request on to it.'

const court = (code: string): ExemptionQuestion[] => [
  mustBe(code, 'Is it data that a court processes, as the paragraph describes it?', ANOTHER),
]
const enactment = (code: string, example: string): ExemptionQuestion[] => [
  inWords(code, `Which enactment forbids or restricts disclosing it${example}?`),
]
const harm = (code: string): ExemptionQuestion =>
  inWords(
    code,
    'To whose physical or mental health would disclosing be likely to cause serious harm, and why?',
  )

function expectation(code: string): ExemptionQuestion[] {
  return [
    mustBe(
      `${code}-parent`,
      'Does somebody with parental responsibility ask for a child (under 18; under 16 in Scotland), or somebody whom a court appointed?',
      ANOTHER,
      'parentAsks',
    ),
    inWords(
      `${code}-shown`,
      'What shows that it was given or obtained in the expectation that the one who asks would not get it, or that the person expressly said so?',
    ),
    mustNotBe(
      `${code}-ended`,
      'Has the person said that they no longer expect that, without having expressly refused?',
      ANOTHER,
    ),
  ]
}

function reporter(code: string): ExemptionQuestion[] {
  return [
    mustBe(`${code}-source`, 'Did it come from the Principal Reporter in Scotland?', ANOTHER),
    onDay(
      `${code}-told`,
      'On which day was the Principal Reporter told that the question arose? (within 14 days)',
    ),
    mustNotBe(
      `${code}-answer`,
      'Has the Principal Reporter said that the serious harm test is not met?',
      'It may be disclosed: let it stay.',
    ),
  ]
}

/**
 * What the exemptions of Schedules 3 and 4 ask before a mark may use them.
 *
 * @source DPA 2018 Sch 3, Sch 4
 */
export const SCHEDULE_3_AND_4_QUESTIONS: Readonly<Record<string, readonly ExemptionQuestion[]>> = {
  'HE-3': court('he3-court'),
  'HE-4': expectation('he4'),
  'HE-5': [
    inWords(
      'he5-by',
      'Which appropriate health professional was asked, and of which profession?',
      'opinionRecorded',
    ),
    onDay('he5-on', 'On which day was the opinion given? (within six months)', 'opinionRecorded'),
    mustBe(
      'he5-met',
      'Does the opinion say that the serious harm test is met?',
      'Without that opinion health data may not be withheld under HE-5: ask the appropriate health professional, or let it stay once HE-6 allows.',
      'opinionRecorded',
    ),
    harm('he5-harm'),
  ],
  'HE-6': [
    mustBe(
      'he6-controller',
      'Is the controller somebody who is no health professional?',
      'A health professional decides by their own judgement: use HE-5, or let it stay.',
      'notHealthProfessional',
    ),
    mustNotBe(
      'he6-known',
      'Has the person seen the data already, or do they know it?',
      'The step is not needed for what the person has seen or knows: let it stay, or choose another ground.',
    ),
    inWords('he6-asked', 'Which health professional was or will be asked, and when?'),
  ],
  'SW-9': court('sw9-court'),
  'SW-10': expectation('sw10'),
  'SW-11': [
    mustBe(
      'sw11-body',
      'Is the controller one of the bodies of Schedule 3 paragraph 8?',
      OTHER_GROUNDS,
      'scheduleThreeBody',
    ),
    inWords('sw11-limb', 'In which limb of paragraph 8 does the data fall?'),
    harm('sw11-harm'),
  ],
  'SW-12': reporter('sw12'),
  'ED-18': court('ed18-court'),
  'ED-19': [
    mustBe(
      'ed19-record',
      'Is it in an educational record that is held by or for the proprietor of a school or a teacher, and from one of the listed sources?',
      ANOTHER,
    ),
    harm('ed19-harm'),
  ],
  'ED-20': reporter('ed20'),
  'CA-21': [
    mustBe(
      'ca21-parent',
      'Does somebody with parental responsibility for an under-18 ask, or somebody whom a court appointed?',
      'It is not open where the child asks for themselves: choose another ground, or let it stay.',
      'parentAsks',
    ),
    mustNotBe(
      'ca21-scotland',
      'Is it a request in Scotland?',
      'It does not apply in Scotland: choose another ground, or let it stay.',
    ),
    mustBe('ca21-abuse', 'Is it about whether the child is, was or may be at risk of abuse?', ANOTHER),
    inWords('ca21-interests', 'Why would disclosing it not be in the child’s best interests?'),
  ],
  'S4-2': enactment('s42-enactment', ''),
  'S4-3': enactment('s43-enactment', ', for example regulation 41 of the Adoption Agencies Regulations 2005'),
  'S4-4': enactment('s44-enactment', ', for example regulation 17 of the SEND Regulations 2014'),
  'S4-5': enactment('s45-enactment', ''),
  'S4-6': enactment('s46-enactment', ''),
}
