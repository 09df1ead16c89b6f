import { answered, type BreachCase, rememberedCase } from './case.ts'

/** Data copied out by attackers, cases 05 to 07. @source EDPB Guidelines 01/2021 */
export const EXFILTRATION_CASES: readonly BreachCase[] = [
  rememberedCase({
    code: '05',
    group: 'exfiltration',
    title: 'Applications taken from a job agency’s website',
    story: [
      'Somebody planted code in the website of a job agency. Through it, 213 application forms may have been taken; a month passed before it was found.',
      'No special category data was among them, but whole applications: address, career, references, what people hope to earn.',
    ],
    answers: answered('hostile', 'nothing', 'serious', 'many'),
    notify: true,
    tell: true,
    because: 'Detailed personal data is in criminal hands.',
    deciding: 'whatHarm',
    adapted: {
      story: [
        'Code planted in a fostering agency’s website took the enquiry forms of people who want to foster: 213 in a month.',
        'The forms ask for income, household, health and who has children of what age.',
      ],
      answers: answered('hostile', 'nothing', 'serious', 'manyAtRisk'),
      notify: true,
      tell: true,
      because: 'Whole applications, with households and children in them, are in criminal hands.',
      deciding: 'whatHarm',
    },
  }),
  rememberedCase({
    code: '06',
    group: 'exfiltration',
    title: 'Hashed passwords taken from a cooking website',
    story: [
      'An attacker gets at the database of a cooking website by SQL injection: about 1,200 users, each under a freely chosen pseudonym, no e-mail addresses.',
      'The passwords are stored hashed and salted by a strong method; the salts were not reached. The users are told to change them, as good practice.',
    ],
    answers: answered('hostile', 'nothing', 'little', 'many'),
    notify: false,
    tell: false,
    because: 'What was taken cannot be used against anybody.',
    deciding: 'whatHarm',
    adapted: {
      story: [
        'A forum for foster carers about recipes is attacked. About 1,200 pseudonyms and strongly hashed passwords are taken; the forum asks for nothing else and children are not mentioned by name.',
        'Every member is made to choose a new password at the next visit.',
      ],
      answers: answered('hostile', 'nothing', 'little', 'many'),
      notify: false,
      tell: false,
      because: 'Pseudonyms and unreadable passwords of adults, of no use to whoever has them.',
      deciding: 'whatHarm',
    },
  }),
  rememberedCase({
    code: '07',
    group: 'exfiltration',
    title: 'Credential stuffing on a bank’s website',
    story: [
      'An attacker tries out passwords leaked elsewhere on the website of a bank. A fault in the site makes identity data of about 100,000 people reachable; about 2,000 accounts are entered.',
      'No transfer was made. The bank closes the fault and makes the people concerned choose new passwords.',
    ],
    answers: answered('hostile', 'nothing', 'serious', 'many'),
    notify: true,
    tell: true,
    because: 'Identity data, and access to accounts beside it.',
    deciding: 'whatHarm',
    adapted: {
      story: [
        'Passwords leaked elsewhere open 60 accounts of a portal through which foster carers see their payments and the daily logs of the children placed with them.',
        'Nothing was changed. The portal now asks for a second factor.',
      ],
      answers: answered('hostile', 'nothing', 'grave', 'fewAtRisk'),
      notify: true,
      tell: true,
      because: 'Somebody unknown could read the daily logs of children and see where they live.',
      deciding: 'whatHarm',
    },
  }),
]
