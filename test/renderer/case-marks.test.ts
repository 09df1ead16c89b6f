import { describe, expect, test } from 'vitest'
import {
  answersBefore,
  asksFirst,
  type GivenAnswers,
  rememberAnswers,
} from '#renderer/registers/cases/marks/asking.ts'
import { boxBetween, boxToBegin, movedBox } from '#renderer/registers/cases/marks/drawn-box.ts'
import { markKeyOf, needsThePage } from '#renderer/registers/cases/marks/mark-keys.ts'
import { labelsOf } from '#renderer/registers/cases/marks/mark-labels.ts'
import { besides, inOrder, markAt } from '#renderer/registers/cases/marks/mark-order.ts'
import { marksOf, nextView } from '#renderer/registers/cases/marks/mark-views.ts'
import { markedText, spokenOf } from '#renderer/registers/cases/marks/marked-text.ts'
import { createMarking } from '#renderer/registers/cases/marks/marking.ts'
import {
  beginBox,
  isSelecting,
  leavePlace,
  moveOn,
  type Place,
  shapeHere,
  takeShape,
  walkMarks,
} from '#renderer/registers/cases/marks/places.ts'
import {
  extended,
  selectedShape,
  stepWord,
  wordAt,
  wordsUnder,
} from '#renderer/registers/cases/marks/word-steps.ts'
import { countsInWords } from '#renderer/registers/cases/review/flag-words.ts'
import { reviewKeyOf } from '#renderer/registers/cases/review/review-keys.ts'
import { Mark, type MarkShape } from '#shared/cases/mark.ts'
import type { Word } from '#shared/cases/page.ts'

const SHEET = { width: 595, height: 842 }
const LINES = ['Present: Helen Marsh and', 'Idris Yusuf with his', 'sister Amina']
const TEXT = LINES.join('\n')

/** Words on lines of 20 points, each letter 6 points wide. */
const WORDS: Word[] = [...TEXT.matchAll(/\S+/gu)].map((match) => {
  const line = TEXT.slice(0, match.index).split('\n').length - 1
  const column = match.index - (TEXT.lastIndexOf('\n', match.index) + 1)
  const [left, top] = [60 + column * 6, 100 + line * 20]
  const [start, end] = [match.index, match.index + match[0].length]
  return { start, end, left, top, right: left + match[0].length * 6, bottom: top + 12 }
})
const indexOf = (word: string) => WORDS.findIndex(({ start, end }) => TEXT.slice(start, end) === word)

const aMark = (id: number, shape: MarkShape, said: Partial<Mark> = {}): Mark =>
  Mark.parse({
    id,
    page: 1,
    shape,
    target: { kind: 'plain' },
    origin: 'hand',
    state: 'accepted',
    exemption: 'TP-16',
    answers: {},
    reason: '',
    label: 'Person B, another child',
    person: null,
    term: null,
    madeAt: '2026-11-22T09:00:00.000Z',
    madeBy: 'Jo Bennett',
    ...said,
  })
const onWords = (one: string, other = one) => selectedShape(WORDS, indexOf(one), indexOf(other))!

describe('the keys of marks', () => {
  const pressed = (key: string, shiftKey = false) => ({
    key,
    shiftKey,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
  })

  test('are free of those of pages, so that each key does one thing', () => {
    const keys = [
      ...'abcdefghijklmnopqrstuvwxyz0123456789./'.split(''),
      'Enter',
      'Tab',
      'Delete',
      'Escape',
      'ArrowUp',
    ]
    for (const key of keys)
      for (const shift of [false, true]) {
        const does = [reviewKeyOf(pressed(key, shift)), markKeyOf(pressed(key, shift))]
        expect(does.filter((one) => one !== null).length, `${shift ? 'Shift ' : ''}${key}`).toBeLessThan(2)
      }
    expect(reviewKeyOf(pressed('v'))).toEqual({ does: 'view' })
    expect(reviewKeyOf(pressed('V', true))).toEqual({ does: 'showText' })
    expect(markKeyOf(pressed('H', true))).toEqual({ does: 'ledger' })
    expect(markKeyOf(pressed('7'))).toEqual({ does: 'quick', number: 7 })
    expect(markKeyOf(pressed('ArrowDown', true))).toEqual({ does: 'move', step: 'down', selects: true })
  })

  test('leave Ctrl to the program, and Enter and Tab to buttons and lists', () => {
    expect(markKeyOf({ ...pressed('c'), ctrlKey: true })).toBeNull()
    expect(needsThePage(markKeyOf(pressed('Enter'))!)).toBe(true)
    expect(needsThePage(markKeyOf(pressed('Tab'))!)).toBe(true)
    expect(needsThePage(markKeyOf(pressed('y'))!)).toBe(false)
  })
})

describe('the cursor', () => {
  test('goes from word to word, and over the end of a line', () => {
    expect(stepWord(WORDS, null, 'right')).toBe(0)
    expect(stepWord(WORDS, indexOf('and'), 'right')).toBe(indexOf('Idris'))
    expect(stepWord(WORDS, indexOf('Idris'), 'left')).toBe(indexOf('and'))
    expect(stepWord(WORDS, 0, 'left')).toBe(0)
    expect(stepWord([], null, 'down')).toBeNull()
  })

  test('goes to the nearest word of the line above or below, and stays at the ends', () => {
    expect(stepWord(WORDS, indexOf('Helen'), 'down')).toBe(indexOf('with'))
    expect(stepWord(WORDS, indexOf('Amina'), 'up')).toBe(indexOf('Yusuf'))
    expect(stepWord(WORDS, indexOf('sister'), 'down')).toBe(indexOf('sister'))
  })

  test('passes by words that have no place on the page', () => {
    const hidden = WORDS.map((word, index) => (index === 1 ? { ...word, right: word.left } : word))
    expect(stepWord(hidden, 0, 'right')).toBe(2)
  })

  test('is set by the mouse: the word there, or the end of the line that was passed', () => {
    expect(wordAt(WORDS, { x: 62, y: 126 })).toBe(indexOf('Idris'))
    expect(wordAt(WORDS, { x: 560, y: 106 })).toBe(indexOf('and'))
  })

  test('selects across lines in either direction, and a mark grows by a word', () => {
    const shape = onWords('and', 'Yusuf')
    expect(shape).toEqual(onWords('Yusuf', 'and'))
    expect(shape.kind === 'text' && TEXT.slice(shape.start, shape.end)).toBe('and\nIdris Yusuf')
    expect(shape.kind === 'text' && shape.boxes).toHaveLength(2)
    expect(wordsUnder({ text: TEXT, words: WORDS }, shape)).toBe('and Idris Yusuf')
    const longer = extended(WORDS, shape)
    expect(longer?.kind === 'text' && TEXT.slice(longer.start, longer.end)).toBe('and\nIdris Yusuf with')
    expect(extended(WORDS, onWords('Amina'))).toBeNull()
    expect(extended(WORDS, { kind: 'page' })).toBeNull()
  })
})

describe('where somebody is on a page', () => {
  const idris = aMark(9, onWords('Idris', 'Yusuf'))
  const placeWith = (marks: readonly Mark[]): Place => ({
    store: createMarking(1),
    shown: { page: { id: 1, ...SHEET }, marks } as unknown as Place['shown'],
    words: WORDS,
  })
  const goTo = (place: Place, word: string) => {
    place.store.change(1, { cursor: null, anchor: null })
    for (let step = 0; step <= indexOf(word); step += 1) moveOn(place, 'right', false)
  }

  test('the mark under the cursor is the one that keys act on, and Tab leaves the page behind the last', () => {
    const place = placeWith([idris])
    goTo(place, 'Yusuf')
    expect(place.store.get()).toMatchObject({ current: 9, anchor: null })
    moveOn(place, 'right', false)
    expect(place.store.get().current).toBeNull()
    expect(walkMarks(place, 1)).toBe(true)
    expect(place.store.get()).toMatchObject({ current: 9, cursor: indexOf('Idris') })
    expect(walkMarks(place, 1)).toBe(false)
    expect(walkMarks(place, -1)).toBe(false)
  })

  test('what is selected is taken once, so that the next key is about the mark made of it', () => {
    const place = placeWith([])
    goTo(place, 'Idris')
    moveOn(place, 'right', true)
    expect(isSelecting(place)).toBe(true)
    expect(takeShape(place)).toEqual(onWords('Idris', 'Yusuf'))
    expect(isSelecting(place)).toBe(false)
    beginBox(place)
    expect(shapeHere(place)?.kind).toBe('box')
    expect(leavePlace(place)).toBe(true)
    expect(shapeHere(place)?.kind).toBe('text')
    expect([leavePlace(place), leavePlace(place)]).toEqual([true, false])
  })

  test('a selection means nothing on the next page, and late answers do not come back to the one before', () => {
    const place = placeWith([])
    goTo(place, 'Idris')
    place.store.arrive(2)
    expect(shapeHere(place)).toBeNull()
    place.store.change(1, { current: 9, says: 'Marked' })
    expect(place.store.get()).toMatchObject({ page: 2, current: null, cursor: null, says: '' })
    place.store.arrive(3, 44)
    expect(place.store.get()).toMatchObject({ page: 3, current: 44 })
  })
})

describe('reasons that ask something', () => {
  const legal = { exemption: 'LPP-19', reason: 'Legal advice', label: 'legal advice' }

  test('are answered once for the same reason and label, and again for another', () => {
    const given: GivenAnswers = new Map()
    expect(asksFirst('', {})).toBe(false)
    expect(asksFirst(legal.exemption, answersBefore(given, legal))).toBe(true)
    rememberAnswers(given, { ...legal, answers: { 'lpp19-privileged': 'yes' } })
    expect(asksFirst(legal.exemption, answersBefore(given, legal))).toBe(false)
    expect(answersBefore(given, { ...legal, label: 'another matter' })).toEqual({})
  })
})

describe('the strip', () => {
  test('names the pages that are open again apart from those nobody reviewed', () => {
    expect(countsInWords({ release: 2, query: 1 }, 6, { marked: 2, reopened: 1 })).toBe(
      '2 release, 1 query, 1 to look at again, 2 not reviewed, 2 with marks',
    )
    expect(countsInWords({ release: 2 }, 2)).toBe('2 release')
  })
})

describe('a box that is drawn', () => {
  test('begins around a word or in the middle, and never leaves the page', () => {
    expect(boxToBegin(SHEET, WORDS[0])).toEqual({ left: 58, top: 98, right: 110, bottom: 114 })
    const middle = boxToBegin(SHEET, undefined)
    expect(middle.left + middle.right).toBeCloseTo(SHEET.width)
    let box = middle
    for (let press = 0; press < 200; press += 1) box = movedBox(box, 'right', false, SHEET)
    expect(box.right).toBe(SHEET.width)
    expect(box.right - box.left).toBeCloseTo(middle.right - middle.left)
    for (let press = 0; press < 200; press += 1) box = movedBox(box, 'up', true, SHEET)
    expect(box.bottom).toBeGreaterThan(box.top)
  })

  test('is drawn by the mouse from any corner; a click draws none', () => {
    const box = { left: 10, top: 20, right: 50, bottom: 60 }
    expect(boxBetween({ x: 50, y: 60 }, { x: 10, y: 20 }, SHEET)).toEqual(box)
    expect(boxBetween({ x: 10, y: 60 }, { x: 50, y: 20 }, SHEET)).toEqual(box)
    expect(boxBetween({ x: 10, y: 20 }, { x: 11, y: 60 }, SHEET)).toBeNull()
    expect(boxBetween({ x: -40, y: 20 }, { x: 5000, y: 60 }, SHEET)).toMatchObject({ left: 0, right: 595 })
  })
})

describe('the marks of a page', () => {
  const page = aMark(4, { kind: 'page' })
  const idris = aMark(9, onWords('Idris', 'Yusuf'))
  const helen = aMark(2, onWords('Helen', 'Marsh'), { state: 'proposed' })
  const present = aMark(7, onWords('Present:'), { state: 'rejected', reason: 'Says nothing' })
  const all = [page, idris, helen, present]

  test('are walked in the order of reading, and past either end there is none', () => {
    expect(inOrder(all).map(({ id }) => id)).toEqual([4, 7, 2, 9])
    expect(besides(all, null, 1)?.id).toBe(4)
    expect(besides(all, null, -1)).toBeNull()
    expect(besides(all, 7, 1)?.id).toBe(2)
    expect(besides(all, 9, 1)).toBeNull()
  })

  test('are found where they lie, the smallest first', () => {
    expect(markAt(all, { x: 62, y: 126 })?.id).toBe(9)
    expect(markAt(all, { x: 5, y: 5 })?.id).toBe(4)
    expect(markAt([idris], { x: 5, y: 5 })).toBeNull()
  })

  test('show to the requester only where they remove something', () => {
    expect(marksOf(all, 'requester').map(({ id }) => id)).toEqual([4, 9])
    expect(marksOf(all, 'regulator')).toHaveLength(4)
    expect([nextView('working'), nextView('requester'), nextView('regulator')]).toEqual([
      'requester',
      'regulator',
      'working',
    ])
  })

  test('bear their label as it is printed, the code for the regulator, or a number where neither fits', () => {
    const sheet = { left: 0, top: 0, right: SHEET.width, bottom: SHEET.height }
    const narrow = aMark(11, { kind: 'box', boxes: [{ left: 10, top: 10, right: 16, bottom: 20 }] })
    const twin = aMark(12, { kind: 'box', boxes: [{ left: 30, top: 10, right: 36, bottom: 20 }] })
    const requester = labelsOf([idris, narrow, twin, helen], 'requester', sheet)
    expect(requester.placed.map(({ mark, text }) => [mark, text])).toEqual([
      [9, 'Person B'],
      [11, '1'],
      [12, '1'],
    ])
    expect(requester.key).toEqual([{ number: 1, says: 'Person B, another child' }])
    for (const { box, width } of requester.placed.slice(0, 1))
      expect(width).toBeLessThanOrEqual(box.right - box.left)
    const regulator = labelsOf([idris, present, narrow], 'regulator', sheet)
    expect(regulator.placed.map(({ text }) => text)).toEqual(['TP-16', 'stays', '1'])
    expect(regulator.key[0]?.says).toContain('TP-16')
    expect(labelsOf(all, 'working', sheet)).toEqual({ placed: [], key: [] })
  })
})

describe('the text of a page with marks', () => {
  const words = { text: TEXT, words: WORDS }
  const idris = aMark(9, onWords('Idris', 'Yusuf'))
  const shown = (marks: readonly Mark[]) =>
    markedText(words, marks, 'requester')
      .filter(({ mark }) => mark === null)
      .map(({ text }) => text)
      .join('')

  test('is told in pieces that make up the whole', () => {
    const pieces = markedText(words, [idris], 'working')
    expect(pieces.map(({ text }) => text).join('')).toBe(TEXT)
    expect(pieces.find(({ mark }) => mark)).toMatchObject({ text: 'Idris Yusuf', mark: { id: 9 } })
    expect(spokenOf(idris)).toBe('marked: Person B, another child')
    expect(markedText(words, [], 'working')).toEqual([{ start: 0, text: TEXT, mark: null }])
  })

  test('shows the requester nothing that is removed, wherever marks overlap', () => {
    const stays = aMark(1, onWords('and', 'his'), { state: 'rejected', reason: 'Known' })
    const proposed = aMark(2, onWords('Idris', 'with'), { state: 'proposed' })
    const box = aMark(3, {
      kind: 'box',
      boxes: [{ left: 60, top: 143, right: 90, bottom: 149 }],
    })
    expect(shown([stays, idris, proposed, box])).not.toMatch(/Idris|Yusuf|sister/u)
    expect(shown([stays, idris, proposed, box])).toMatch(/with his/u)
    expect(shown([aMark(5, { kind: 'page' })])).toBe('')
    const working = markedText(words, [stays, proposed, idris], 'working')
    expect(working.find(({ text }) => text.includes('Idris'))?.mark?.state).toBe('accepted')
  })
})
