import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coveredRanges, isRemoved, lettersOfText, passagesOf } from '#shared/cases/passages.ts'
import { isSameName } from '#shared/cases/same-name.ts'

const SAID = 'The uncle was seen at the school gate on the third of May, in a red car.'
const hashes = (text: string) => passagesOf(text, lettersOfText(text)).map(({ hash }) => hash)

describe('passages', () => {
  test.each([
    ['other spacing and signs', `  “${SAID.replaceAll(' ', '  ')}”`],
    ['capitals', SAID.toUpperCase()],
    ['accents and ligatures', SAID.replace('uncle', 'úncle').replace('seen', 'sêen')],
    ['another line break', SAID.replace('gate on', 'gate\r\non')],
    ['other words around it', `Before that. ${SAID} After that.`],
    ['a paragraph of its own', `Heading\n\n${SAID}\n\nEnd`],
  ])('are known again with %s', (_, text) => {
    expect(hashes(text)).toContain(hashes(SAID)[0])
  })

  test('are not known again with another word, and have forty letters at least', () => {
    expect(hashes(SAID.replace('May', 'June'))).not.toContain(hashes(SAID)[0])
    expect(hashes('a'.repeat(39))).toEqual([])
    expect(hashes(`${'a'.repeat(20)} - ${'b'.repeat(20)}`)).toHaveLength(1)
  })

  test('are removed when half of their letters are covered, by words, boxes or the whole page', () => {
    const letters = lettersOfText(SAID)
    const [passage] = passagesOf(SAID, letters)
    const words = [...SAID.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
      left: index,
      top: 0,
      right: index + word.length,
      bottom: 10,
    }))
    const isGone = (...covers: Parameters<typeof coveredRanges>[0]) =>
      isRemoved(passage!, letters, coveredRanges(covers, { text: SAID, words }))
    expect(isGone({ kind: 'page' })).toBe(true)
    expect(isGone({ kind: 'text', start: 0, end: 40 })).toBe(true)
    expect(isGone({ kind: 'text', start: 0, end: 20 })).toBe(false)
    expect(isGone({ kind: 'box', boxes: [{ left: 0, top: 0, right: 20, bottom: 10 }] })).toBe(false)
    expect(
      isGone(
        { kind: 'box', boxes: [{ left: 0, top: 0, right: 20, bottom: 10 }] },
        { kind: 'text', start: 15, end: 40 },
      ),
    ).toBe(true)
  })

  test('lie within their text and count its letters, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const letters = lettersOfText(text)
        expect(letters.before.at(-1)).toBe(letters.codes.length)
        expect([...letters.before]).toEqual([...letters.before].toSorted((one, other) => one - other))
        for (const { start, end, letters: count } of passagesOf(text, letters)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(count).toBeGreaterThanOrEqual(40)
        }
      }),
    )
  })
})

describe('one person', () => {
  test.each([
    ['Joan Lee', 'joan  LEE'],
    ['Joan Lee', 'LEE, Joan'],
    ['Joan Lee', 'jlee'],
    ['leej', 'Joan Lee'],
    ['Amélie Roux', 'amelie.roux'],
    ['Joan Mary Lee', 'joan.mary.lee'],
  ])('may be both %s and %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true)
  })

  test.each([
    ['Joan Lee', 'Bea Ng'],
    ['Joan Lee', 'Joan Leeds'],
    ['', ''],
    ['Joan Lee', 'Joan Lee, duty team'],
  ])('is not both %s and %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false)
  })
})
