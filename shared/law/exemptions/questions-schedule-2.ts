import { type ExemptionQuestion, inWords, mustBe, mustNotBe } from './question.ts'

const ANOTHER = 'Choose another ground, or let it stay.'
const prejudice = (code: string, what: string): ExemptionQuestion =>
  inWords(code, `How would disclosing this be likely to prejudice ${what}?`)

/**
 * What the exemptions of Schedule 2 ask before a mark may use them. The five factors of paragraph 16 need no second
 * answer where the mark is about a person whose factors were weighed.
 *
 * @source DPA 2018 Sch 2
 */
export const SCHEDULE_2_QUESTIONS: Readonly<Record<string, readonly ExemptionQuestion[]>> = {
  'TP-16': [
    inWords('tp16-information', 'What type of information would be disclosed?', 'personWeighed'),
    inWords('tp16-confidence', 'Is a duty of confidence owed to the other person?', 'personWeighed'),
    inWords('tp16-steps', 'What was done to get the other person’s consent?', 'personWeighed'),
    inWords('tp16-capable', 'Is the other person capable of giving consent?', 'personWeighed'),
    inWords('tp16-refusal', 'Has the other person expressly refused?', 'personWeighed'),
  ],
  'CT-2': [
    inWords(
      'ct2-purpose',
      'Which does it serve: preventing, detecting or investigating crime, bringing offenders to justice, or tax?',
    ),
    prejudice('ct2-prejudice', 'that'),
  ],
  'CT-3': [
    mustBe(
      'ct3-body',
      'Is the controller a government department, a local authority or another authority administering housing benefit?',
      ANOTHER,
    ),
    prejudice('ct3-prejudice', 'the risk assessment system'),
  ],
  'IM-4': [
    mustBe(
      'im4-body',
      'Is the controller the Secretary of State? (From memory: check the provision before relying on it.)',
      ANOTHER,
    ),
    prejudice('im4-prejudice', 'immigration control'),
  ],
  'LR-5-1': [
    mustBe(
      'lr51-public',
      'Does an enactment oblige the controller to make this information public?',
      ANOTHER,
    ),
  ],
  'LR-5-2': [
    inWords(
      'lr52-why',
      'Which enactment, rule of law or order asks for disclosure, and why is that a reason to withhold from the person?',
    ),
  ],
  'LR-5-3': [
    inWords(
      'lr53-why',
      'Which proceedings, advice or rights is it for, and how would disclosing to the person prevent that?',
    ),
  ],
  'PF-7': [
    inWords(
      'pf7-function',
      'Which function of the table of paragraph 7 is it, and how is its condition met?',
    ),
    prejudice('pf7-prejudice', 'that function'),
  ],
  'AU-8': [
    mustBe('au8-body', 'Is it a function of an Auditor General?', ANOTHER),
    prejudice('au8-prejudice', 'that function'),
  ],
  'RF-10': [
    inWords(
      'rf10-function',
      'Which complaint or function is it, for example a complaint under section 24D or 26 of the Children Act 1989?',
    ),
    prejudice('rf10-prejudice', 'that function'),
  ],
  'RF-11': [
    inWords('rf11-function', 'Which body of paragraphs 11 and 12 and which of its functions is it?'),
    prejudice('rf11-prejudice', 'that function'),
  ],
  'JU-14': [inWords('ju14-part', 'Which part of paragraph 14 applies, and why?')],
  'LPP-19': [
    mustBe(
      'lpp19-privileged',
      'Could privilege be claimed for it in legal proceedings, or does a legal adviser owe the client confidence for it? (Scotland: confidentiality of communications.)',
      'A lawyer’s name on it or a copy to a lawyer is not enough. Ask who advised whom; otherwise choose another ground, or let it stay.',
    ),
  ],
  'SI-20': [
    mustBe(
      'si20-offence',
      'Would complying show that an offence was committed, and so expose somebody to proceedings for it?',
      ANOTHER,
    ),
    mustNotBe(
      'si20-excluded',
      'Is it an offence under the Data Protection Act 2018 itself, or one like perjury?',
      ANOTHER,
    ),
  ],
  'CF-21': [
    mustBe('cf21-service', 'Is it for a regulated corporate finance service?', ANOTHER),
    prejudice('cf21-prejudice', 'what paragraph 21 protects'),
  ],
  'MF-22': [
    prejudice('mf22-prejudice', 'the planning or forecasting, and the business or activity it is for'),
  ],
  'NE-23': [
    mustBe(
      'ne23-intentions',
      'Is it a record of the controller’s intentions in negotiations with the one who asks?',
      ANOTHER,
    ),
    prejudice('ne23-prejudice', 'those negotiations'),
  ],
  'CR-24': [
    mustBe('cr24-confidence', 'Was the reference given, or to be given, in confidence?', ANOTHER),
    mustBe(
      'cr24-purpose',
      'Is it for education, training, employment, volunteering, an office or the provision of a service?',
      ANOTHER,
    ),
  ],
  'EX-25A': [mustBe('ex25-answers', 'Is it what a candidate wrote or said in an exam?', ANOTHER)],
  'JA-26': [
    inWords(
      'ja26-why',
      'Why would disclosing be incompatible with the journalistic, academic, artistic or literary purpose?',
    ),
  ],
  'RS-27': [
    mustBe('rs27-84b', 'Are the safeguards of Article 84B met?', ANOTHER),
    mustNotBe('rs27-identifies', 'Do the results identify anybody?', ANOTHER),
    inWords('rs27-impair', 'How would disclosing prevent or seriously impair the research or statistics?'),
  ],
  'AR-28': [
    mustBe('ar28-84b', 'Are the safeguards of Article 84B met?', ANOTHER),
    inWords('ar28-impair', 'How would disclosing prevent or seriously impair the archiving?'),
  ],
  'OS-DUP': [inWords('osdup-where', 'Where has the same been disclosed already?')],
  'OS-DEC': [
    mustBe(
      'osdec-died',
      'Has the person whom it is about died?',
      'Data protection covers the living: choose another ground, or let it stay.',
    ),
  ],
}
