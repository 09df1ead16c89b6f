import { answered, type BreachCase, checkedCase, rememberedCase } from './case.ts'

/** Sent to the wrong people, cases 13 to 16. @source EDPB Guidelines 01/2021 */
export const MISPOSTAL_CASES: readonly BreachCase[] = [
  checkedCase({
    code: '13',
    group: 'mispostal',
    title: 'Two orders of shoes swapped',
    story: [
      'Two parcels are mixed up: each of two customers gets the shoes and the packing slip of the other, with name, address and what was ordered.',
      'Both tell the shop. The parcels are called back and sent on to the right people.',
    ],
    answers: answered('known', 'nothing', 'little', 'few'),
    notify: false,
    tell: false,
    because: 'One person each way, harmless data, and it came back.',
    deciding: 'whatHarm',
    adapted: {
      story: [
        'Two boxes of training books for foster carers are swapped. Each carer gets the delivery note of the other: name, address, title of the book.',
        'Both ring up, and the boxes are exchanged at the next meeting. Neither has a child in hiding placed with her.',
      ],
      answers: answered('known', 'nothing', 'little', 'few'),
      notify: false,
      tell: false,
      because: 'Two adults who know of each other anyway, and a delivery note that says nothing.',
      deciding: 'whatHarm',
    },
  }),
  checkedCase({
    code: '14',
    group: 'mispostal',
    title: 'A list of job-seekers to everybody on it',
    story: [
      'A public employment office e-mails news of a course. Attached by mistake is the list of more than 60,000 job-seekers, with name, e-mail address, postal address and social security number; it went to all of them.',
      'The office asks everybody to delete the message.',
    ],
    answers: answered('unknown', 'nothing', 'serious', 'many'),
    notify: true,
    tell: true,
    because: 'Very many people, identity numbers, and no way of calling it back.',
    deciding: 'whatHarm',
    adapted: {
      story: [
        'A holiday activity scheme e-mails 2,400 families. Attached by mistake is its own list: child’s name, birth date, school, address, free school meals yes or no.',
        'The message is recalled after an hour; about half had opened it.',
      ],
      answers: answered('unknown', 'nothing', 'serious', 'manyAtRisk'),
      notify: true,
      tell: true,
      because: 'Thousands of children with addresses and schools, in more hands than can be called back.',
      deciding: 'whatHarm',
    },
  }),
  rememberedCase({
    code: '15',
    group: 'mispostal',
    title: 'A course list to former participants instead of the hotel',
    story: [
      'The list of the 15 people on a course goes to 15 former participants instead of the hotel: name, e-mail address and what each likes to eat. Two are noted as lactose intolerant.',
      'The mistake is seen at once, and the recipients are asked to delete it. Nothing worse than the list can be learnt from it.',
    ],
    answers: answered('known', 'nothing', 'little', 'few'),
    notify: false,
    tell: false,
    because: 'Few people, mild data though it speaks of health, and a quick response.',
    deciding: 'whatHarm',
    adapted: {
      story: [
        'The lunch list of a training day for 15 social workers goes to the 15 of the month before instead of the caterer: name, work e-mail, two vegetarians, one lactose intolerant.',
        'They are colleagues of the same council, and are asked within minutes to delete it.',
      ],
      answers: answered('known', 'nothing', 'little', 'few'),
      notify: false,
      tell: false,
      because: 'Colleagues, a lunch list, and a quick response.',
      deciding: 'whatHarm',
    },
  }),
  checkedCase({
    code: '16',
    group: 'mispostal',
    title: 'Two letters in one envelope',
    story: [
      'The envelope machine of an insurer puts two letters about motor policies into one envelope. One policyholder gets the other’s letter too: name, address, birth date, number plate, premium of this year and the next, yearly mileage.',
      'No health or payment data is in it. The machine’s fault is found and put right.',
    ],
    answers: answered('known', 'nothing', 'limited', 'few'),
    notify: true,
    tell: false,
    because: 'A risk, because a stranger has it and it is more than an address; not a high one.',
    deciding: 'whatHarm',
    adapted: {
      story: [
        'A fostering agency’s envelope machine puts two payment letters into one envelope. One carer learns the other’s name, address, birth date and mileage claims.',
        'The letter names no child and no bank account. She says she has thrown it away.',
      ],
      answers: answered('known', 'nothing', 'limited', 'few'),
      notify: true,
      tell: false,
      because: 'Known, but nothing to rely on beyond her word; annoyance to an adult, not more.',
      deciding: 'whatHarm',
    },
  }),
]

/** Deceit, cases 17 and 18. @source EDPB Guidelines 01/2021 */
export const DECEIT_CASES: readonly BreachCase[] = [
  rememberedCase({
    code: '17',
    group: 'social engineering',
    title: 'A caller passes for a customer',
    story: [
      'Somebody rings the call centre of a telecom company and passes its check with the tax number and address of a customer. He has the billing e-mail address changed, and gets the itemised bills.',
      'The real customer rings later and asks where the bills are.',
    ],
    answers: answered('hostile', 'nothing', 'serious', 'few'),
    notify: true,
    tell: true,
    because: 'Records of whom somebody calls are with a person who got them by deceit.',
    deciding: 'whatHarm',
    adapted: {
      story: [
        'A man rings a children’s centre as “Dad”, gives the child’s birth date, and has his e-mail address put on the file. He then gets the weekly plan with times and places.',
        'The mother calls: there is an order that keeps him away.',
      ],
      answers: answered('hostile', 'nothing', 'grave', 'fewAtRisk'),
      notify: true,
      tell: true,
      because: 'Somebody an order keeps away knows where a child is, and when.',
      deciding: 'whatHarm',
    },
  }),
  checkedCase({
    code: '18',
    group: 'social engineering',
    title: 'Hidden forwarding of e-mail',
    story: [
      'Rules hidden in mailboxes of a supermarket chain have forwarded every message with words such as “invoice” or “payment” to an address outside, for three months.',
      'Forwarded were wages and families’ particulars of 99 members of staff; of 10 of them still more was in it. The attacker wanted to divert payments.',
    ],
    answers: answered('hostile', 'nothing', 'serious', 'many'),
    notify: true,
    tell: true,
    because: 'Wages and family data of all 99, not of the 10 only.',
    deciding: 'whatHarm',
    adapted: {
      story: [
        'A hidden rule in the mailbox of a finance officer has forwarded every message with “payment” for three months: allowances of 40 foster carers, with account numbers and the children they are paid for.',
        'Nobody can say who reads the address outside.',
      ],
      answers: answered('hostile', 'nothing', 'grave', 'fewAtRisk'),
      notify: true,
      tell: true,
      because: 'Account numbers, and which child lives where, with somebody who got them by deceit.',
      deciding: 'whatHarm',
    },
  }),
]
