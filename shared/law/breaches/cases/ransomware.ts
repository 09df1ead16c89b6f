import { answered, type BreachCase, checkedCase, rememberedCase } from './case.ts'

/** Ransomware, cases 01 to 04. @source EDPB Guidelines 01/2021 */
export const RANSOMWARE_CASES: readonly BreachCase[] = [
  checkedCase({
    code: '01',
    group: 'ransomware',
    title: 'Ransomware; everything was encrypted already, and a backup was there',
    story: [
      'A small manufacturer finds its systems locked by ransomware. All its data was encrypted at rest before the attack, with keys the attacker did not reach.',
      'An outside firm goes through the logs: nothing left the network. Concerned are a few dozen clients and members of staff. The backup is restored within hours; nobody’s order or wages were late.',
    ],
    answers: answered('nobody', 'nothing', 'limited', 'few'),
    notify: false,
    tell: false,
    because: 'Nobody could read the data, and it was back within hours without effect on anyone.',
    deciding: 'whoHasIt',
    adapted: {
      story: [
        'A fostering agency’s file server is locked by ransomware on Friday evening. The disks were encrypted at rest and the keys are held elsewhere; the logs show that nothing left.',
        'The backup is back before the office opens on Monday. The duty worker had the carers’ numbers on paper and missed nothing.',
      ],
      answers: answered('nobody', 'nothing', 'grave', 'manyAtRisk'),
      notify: false,
      tell: false,
      because: 'Grave data, but nobody could read it and nobody went without it.',
      deciding: 'whoHasIt',
    },
  }),
  rememberedCase({
    code: '02',
    group: 'ransomware',
    title: 'Ransomware without a backup',
    story: [
      'An agricultural firm is locked out by ransomware. Names, addresses and orders of a few dozen staff and customers are concerned; no special category data. The logs show no outflow.',
      'There was no electronic backup. Most of it is typed in again from paper in about five working days; some deliveries are a little late.',
    ],
    answers: answered('nobody', 'delay', 'limited', 'few'),
    notify: true,
    tell: false,
    because: 'The loss of availability is a risk, though not a high one.',
    deciding: 'whatIsMissing',
    adapted: {
      story: [
        'A family centre’s booking system is locked by ransomware and has no backup. Nothing left the network. It holds names, times and telephone numbers of some thirty families.',
        'The diary is put together again from paper in five working days. Several sessions are put off by a few days; none was ordered by a court.',
      ],
      answers: answered('nobody', 'delay', 'limited', 'fewAtRisk'),
      notify: true,
      tell: false,
      because: 'Families were held up for days: a risk, though not a high one.',
      deciding: 'whatIsMissing',
    },
  }),
  checkedCase({
    code: '03',
    group: 'ransomware',
    title: 'Ransomware in a hospital, with a backup and no outflow',
    story: [
      'A hospital’s information system is locked by ransomware. Data of thousands of patients and staff is out of reach; nothing is found to have left.',
      'Backups exist, and most of it works again after about two working days. Meanwhile operations are put off and treatments delayed.',
    ],
    answers: answered('nobody', 'harm', 'grave', 'manyAtRisk'),
    notify: true,
    tell: true,
    because: 'Health data and delayed care: a high risk even though a backup was there.',
    deciding: 'whatIsMissing',
    adapted: {
      story: [
        'A residential service’s care system is locked for two working days; nothing left. Medication charts and risk plans of children in eleven homes cannot be opened.',
        'Doses are given late in two homes, and a child is let out with an adult the risk plan names.',
      ],
      answers: answered('nobody', 'harm', 'grave', 'fewAtRisk'),
      notify: true,
      tell: true,
      because: 'Care came too late and a safeguard failed because the plans were out of reach.',
      deciding: 'whatIsMissing',
    },
  }),
  rememberedCase({
    code: '04',
    group: 'ransomware',
    title: 'Ransomware without a backup, and data copied out first',
    story: [
      'A public transport operator is hit. The logs show that data was copied out before it was locked: identity and payment data of several thousand customers and staff.',
      'The backup was locked as well, and what people had paid for cannot be shown.',
    ],
    answers: answered('hostile', 'harm', 'serious', 'many'),
    notify: true,
    tell: true,
    because: 'Copied out and lost: identity theft and fraud threaten.',
    deciding: 'whoHasIt',
    adapted: {
      story: [
        'A multi-site nursery group is hit. Before locking the files the attacker copied out parents’ bank details, passport copies of staff and the lists of who may collect which child.',
        'The backup hung on the same network and is locked too.',
      ],
      answers: answered('hostile', 'harm', 'grave', 'manyAtRisk'),
      notify: true,
      tell: true,
      because: 'Bank details and collection lists are with criminals, and the nurseries have none left.',
      deciding: 'whoHasIt',
    },
  }),
]
