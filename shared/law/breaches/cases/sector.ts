import { answered, type BreachCase, ownCase } from './case.ts'

/** Drills of our own from children’s services; their outcomes are our reading of the law. @source UK GDPR Art 33(1), Art 34 */
export const SECTOR_CASES: readonly BreachCase[] = [
  ownCase({
    code: 'S1',
    title: 'A case file to the wrong foster carer',
    story: [
      'A social worker types two letters of a name and picks the wrong foster carer: the whole case file of a boy of nine goes to her by e-mail, with his health, why he came into care, and his parents’ address.',
      'The carer is approved by the same agency and bound to confidence. She rings within the hour, deletes the message while on the telephone, and confirms in writing that she opened the first page only and passed nothing on.',
    ],
    answers: answered('trusted', 'nothing', 'grave', 'fewAtRisk'),
    notify: true,
    tell: false,
    because:
      'She can be relied on, which takes away the high risk; a whole file of a child is too much to call the rest unlikely.',
    deciding: 'whoHasIt',
    events: [
      { afterHours: 5, says: 'The boy’s father has heard of it and wants to know today what she read.' },
      { afterHours: 26, says: 'The placing council asks for the written confirmation of the deletion.' },
    ],
  }),
  ownCase({
    code: 'S2',
    title: 'A placement address on a letter to a birth parent',
    story: [
      'A letter about contact goes to a birth mother. The template took the address of the foster home, which a court has allowed to be kept from her, into the footer.',
      'The letter was posted yesterday. The sibling group of three has lived there for a year.',
    ],
    answers: answered('known', 'nothing', 'grave', 'fewAtRisk'),
    notify: true,
    tell: true,
    because: 'An address kept from her for the children’s safety is with her: danger, and little time.',
    deciding: 'whatHarm',
    events: [
      { afterHours: 8, says: 'The mother’s partner has been seen in the street of the foster home.' },
      { afterHours: 20, says: 'The carers ask whether the children have to move tonight.' },
      { afterHours: 50, says: 'Three more letters were made from the same template this week.' },
    ],
  }),
  ownCase({
    code: 'S3',
    title: 'An adoption file left on a train',
    story: [
      'An adoption worker leaves a rucksack on the 17:42. In it is the paper file of an adoption: both families, addresses before and after, medical reports. The file is a copy; the original is in the office.',
      'The train company’s lost property office has nothing so far.',
    ],
    answers: answered('unknown', 'nothing', 'grave', 'fewAtRisk'),
    notify: true,
    tell: true,
    because: 'Anybody may have picked it up, and it joins what an adoption keeps apart.',
    deciding: 'whatHarm',
    events: [
      {
        afterHours: 14,
        says: 'A journalist calls: a reader has found “some papers about a child” on a seat.',
      },
      { afterHours: 30, says: 'The journalist gives the papers back; two pages are missing.' },
    ],
  }),
  ownCase({
    code: 'S4',
    title: 'Ransomware at the supplier of the case system',
    story: [
      'The company that runs the case management system tells its customers that it was hit by ransomware on Thursday. For three days nobody can open a file. Care goes on from printed plans, with some visits put off.',
      'Its second message says that “some customer databases” were copied out, and that it does not know yet whose. Yours holds about 1,100 children.',
    ],
    answers: answered('hostile', 'delay', 'grave', 'manyAtRisk'),
    notify: true,
    tell: true,
    because: 'Whole files of children may be with criminals; not knowing whose does not make it milder.',
    deciding: 'whatHarm',
    events: [
      { afterHours: 10, says: 'The supplier writes that it “has notified the ICO, so customers need not”.' },
      { afterHours: 28, says: 'A list of file names, some with surnames, appears on a leak site.' },
      { afterHours: 60, says: 'The system runs again from a backup of Wednesday; a day of notes is gone.' },
    ],
  }),
  ownCase({
    code: 'S5',
    title: 'A photograph of children in a WhatsApp group',
    story: [
      'After a summer outing a support worker posts a photograph to the WhatsApp group of twelve foster carers: five children, faces and first names, at a lake a day’s drive from home.',
      'None of the five is in hiding, and no address can be told from it. It is taken down after two hours; all twelve had seen it, and nobody can say whether it was passed on.',
    ],
    answers: answered('known', 'nothing', 'limited', 'fewAtRisk'),
    notify: true,
    tell: false,
    because:
      'Twelve known people without more to rely on; children, but neither where they live nor why they are in care.',
    deciding: 'whatHarm',
    events: [
      { afterHours: 6, says: 'A birth father has the photograph and asks who the man in it is.' },
      {
        afterHours: 40,
        says: 'One of the carers says the group was set up because work telephones are too slow.',
      },
    ],
  }),
  ownCase({
    code: 'S6',
    title: 'A home-visiting volunteer’s notebook stolen',
    story: [
      'The car of a volunteer who visits families at home is broken into. Gone is her notebook: first names, addresses and appointments of six families, with notes on low mood after a birth and on a violent former partner.',
      'The coordinator has the appointments on the system.',
    ],
    answers: answered('hostile', 'nothing', 'grave', 'fewAtRisk'),
    notify: true,
    tell: true,
    because: 'Readable by the thief, about families at risk, with their addresses.',
    deciding: 'whatHarm',
    events: [
      { afterHours: 4, says: 'The volunteer is in tears and would rather tell the families herself.' },
      { afterHours: 36, says: 'The notebook lies in a neighbour’s hedge, wet but complete.' },
    ],
  }),
  ownCase({
    code: 'S7',
    title: 'Minutes to a school of another child',
    story: [
      'The attendance list and room number of a review meeting about two brothers go to the designated teacher of the wrong school. Names of those invited and the boys’ first names are in it, nothing of what is to be spoken about.',
      'She is bound to confidence, deletes it within ten minutes, and says so in writing.',
    ],
    answers: answered('trusted', 'nothing', 'limited', 'fewAtRisk'),
    notify: false,
    tell: false,
    because: 'A partner bound to confidence had an invitation for ten minutes, and confirmed deleting it.',
    deciding: 'whoHasIt',
    events: [{ afterHours: 9, says: 'A manager wants it reported “to be on the safe side”.' }],
  }),
  ownCase({
    code: 'S8',
    title: 'A family centre’s lost telephone',
    story: [
      'A worker of a family centre loses her work telephone on the way home. It is encrypted and locks after a minute behind a six-digit code; ten wrong codes wipe it.',
      'It holds messages with fourteen families. Everything in it is on the server too, and the device is told to wipe itself when it next finds a network.',
    ],
    answers: answered('nobody', 'nothing', 'serious', 'fewAtRisk'),
    notify: false,
    tell: false,
    because: 'Nobody can read it, and nothing is lost.',
    deciding: 'whoHasIt',
    events: [
      { afterHours: 3, says: 'Colleagues remember that her code stood on a note in the telephone’s case.' },
      {
        afterHours: 18,
        says: 'The telephone has found a network and is wiped; it was not unlocked since the loss.',
      },
    ],
  }),
]
