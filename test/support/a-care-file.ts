import type { DocumentType } from '#shared/cases/document.ts'
import type { SplitPage } from '#shared/cases/splits.ts'

/** A scanned care file put together from documents, with where each begins and what it is. */
export type CareFile = {
  readonly pages: readonly SplitPage[]
  readonly starts: ReadonlySet<number>
  readonly types: ReadonlyMap<number, DocumentType | null>
}

type Dice = (sides: number) => number

/**
 * A made-up care file of so many documents: letters, mails, forms, notes of meetings, reports and loose sheets, with
 * blank backs, running heads, days inside the text, words misread by recognition, and some without any sign of a
 * beginning. The same every time.
 */
export function aCareFile(documents: number): CareFile {
  const dice = diceOf(20_261_122)
  const pages: SplitPage[] = []
  const starts = new Set<number>()
  const types = new Map<number, DocumentType | null>()
  for (let made = 0; made < documents; made += 1) {
    const { texts, type } = KINDS[dice(KINDS.length)]!(dice)
    const start = pages.length + 1
    starts.add(start)
    types.set(start, type)
    for (const text of texts)
      pages.push({
        number: pages.length + 1,
        text: misread(text, dice),
        width: 595,
        height: 842,
        isPicture: true,
      })
    // The back of a sheet that was scanned as well.
    if (dice(12) === 0)
      pages.push({ number: pages.length + 1, text: '', width: 595, height: 842, isPicture: false })
  }
  return { pages, starts, types }
}

type Made = { readonly texts: readonly string[]; readonly type: DocumentType | null }

const KINDS: readonly ((dice: Dice) => Made)[] = [
  (dice) => ({
    type: 'email',
    texts: [
      `From: ${name(dice)} <someone@example.org>\nSent: ${day(dice)} ${10 + dice(8)}:2${dice(9)}\nTo: ${name(dice)}\nSubject: ${pick(dice, SUBJECTS)}\n\n${prose(dice, 6)}`,
      ...more(dice, 2, () => prose(dice, 9)),
    ],
  }),
  (dice) => ({
    type: 'letter',
    texts: [
      `Children’s Services\n${1 + dice(90)} High Street\nNewtown NT1 ${dice(9)}AB\nOur ref: CS/${1000 + dice(9000)}\n${day(dice)}\n\nDear ${pick(dice, ['Mrs', 'Mr', 'Ms'])} ${pick(dice, LAST)}\n\n${prose(dice, 8)}`,
      ...more(dice, 2, () => prose(dice, 9)),
    ].map((text, index, all) =>
      index === all.length - 1 ? `${text}\n\nYours sincerely\n\n${name(dice)}\nSocial Worker` : text,
    ),
  }),
  (dice) =>
    form(dice, pick(dice, ['Initial Assessment', 'Core Assessment', 'Risk assessment']), 'assessment'),
  (dice) => form(dice, pick(dice, ['Referral form', 'Placement information record']), 'form'),
  (dice) => form(dice, pick(dice, ['Contact record', 'Record of visit']), 'contact'),
  (dice) => numbered(dice, pick(dice, ['LAC review', 'Minutes of the core group']), 'minutes'),
  (dice) => numbered(dice, pick(dice, ['Care plan', 'Pathway plan']), 'plan'),
  (dice) => ({
    type: 'caseNote',
    texts: [`Case note\nDate: ${day(dice)}\nRecorded by: ${name(dice)}\n${prose(dice, 7)}`],
  }),
  (dice) => ({
    type: 'report',
    texts: [
      `Chronology\n${prose(dice, 2)}\n${entries(dice)}`,
      ...more(dice, 4, () => `Chronology\n${entries(dice)}`),
    ],
  }),
  (dice) => ({
    type: 'court',
    texts: ['IN THE FAMILY COURT', ...more(dice, 3, () => prose(dice, 9))].map((text, index) =>
      index === 0 ? `${text}\nCase number ZE${dice(99)}C00${dice(999)}\n${prose(dice, 7)}` : text,
    ),
  }),
  // Nothing tells where it begins, or only a little.
  (dice) => ({
    type: null,
    texts: dice(4) === 0 ? [prose(dice, 9)] : [`${day(dice)}\nPage 1 of 1\n${prose(dice, 5)}`],
  }),
]

function form(dice: Dice, title: string, type: DocumentType): Made {
  const first = `${title}\nName of child: ${name(dice)}\nDate of birth: ${day(dice)}\nDate: ${day(dice)}\n${prose(dice, 6)}`
  // Some forms bear their title on every page.
  const runs = dice(3) === 0
  return { type, texts: [first, ...more(dice, 4, () => `${runs ? `${title}\n` : ''}${prose(dice, 9)}`)] }
}

function numbered(dice: Dice, title: string, type: DocumentType): Made {
  const count = 2 + dice(5)
  return {
    type,
    texts: Array.from(
      { length: count },
      (_, index) =>
        `${index === 0 ? `${title}\n${day(dice)}\n` : ''}${prose(dice, 8)}\nPage ${index + 1} of ${count}`,
    ),
  }
}

const FIRST = ['Amina', 'Joan', 'Peter', 'Priya', 'Tom', 'Grace', 'Kofi', 'Ewa', 'Liam', 'Mei']
const LAST = ['Khan', 'Smith', 'Okafor', 'Shah', 'Jones', 'Nowak', 'Brown', 'Yusuf', 'Evans', 'Lee']
const SUBJECTS = ['School place', 'Contact on Sunday', 'RE: Visit', 'Health assessment due', 'Transport']
const SENTENCES = [
  'The family were visited at home and spoke about school, meals and bed times.',
  'An initial assessment had been finished in the spring and is on the file.',
  'He said he would write to the carer; the letter dated 4 May 2016 is attached.',
  'Mum was seen on 12/03/2015 at the clinic and asked for more help with the baby.',
  'The review on 2 June 2018 agreed that contact goes on as before.',
  'She enjoys drawing and football, and is settled with her carers.',
  'Father did not come to the meeting and sent no apologies.',
  'The school reports that attendance is better than last term.',
  'No bruising was seen. The bedroom was tidy and warm.',
  'Agreed: worker to ring the health visitor before Friday.',
]

const pick = <Item>(dice: Dice, items: readonly Item[]) => items[dice(items.length)]!
const name = (dice: Dice) => `${pick(dice, FIRST)} ${pick(dice, LAST)}`
const prose = (dice: Dice, lines: number) =>
  Array.from({ length: lines + dice(8) }, () => pick(dice, SENTENCES)).join('\n')
const entries = (dice: Dice) =>
  Array.from(
    { length: 12 },
    () => `${1 + dice(28)}/0${1 + dice(9)}/201${dice(10)} ${pick(dice, SENTENCES)}`,
  ).join('\n')
const more = (dice: Dice, most: number, make: () => string) => Array.from({ length: dice(most + 1) }, make)

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September']

function day(dice: Dice): string {
  const [date, month, year] = [1 + dice(28), dice(9), 2005 + dice(20)]
  return dice(2) === 0
    ? `${date} ${MONTHS[month]!} ${year}`
    : `${String(date).padStart(2, '0')}/0${month + 1}/${year}`
}

/** One letter in some hundred is read as another, as recognition does. */
function misread(text: string, dice: Dice): string {
  return text.replaceAll(/\p{L}/gu, (letter) => (dice(200) === 0 ? 'c' : letter))
}

/** The same throws every time. */
function diceOf(seed: number): Dice {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
