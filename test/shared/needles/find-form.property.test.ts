import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileForms, findForm, findForms, prepare, variantsOf } from '#shared/cases/needles/find-form.ts'
import { lettersOf } from '#shared/cases/needles/fold.ts'
import { EVERYDAY_NAMES } from '#shared/cases/needles/titles.ts'

const CONSONANTS = 'bcdfghjklmnpqrstvwz'
const syllable = fc
  .tuple(fc.constantFrom(...CONSONANTS.split('')), fc.constantFrom(...'aeiou'.split('')))
  .map(([consonant, vowel]) => `${consonant}${vowel}`)
const word = fc
  .array(syllable, { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join(''))
  .filter((one) => !EVERYDAY_NAMES.has(one))
const proper = word.map((one) => one.charAt(0).toUpperCase() + one.slice(1))
const name = fc
  .tuple(proper, fc.option(proper, { nil: null }), proper)
  .map(([first, middle, last]) => [first, ...(middle === null ? [] : [middle]), last].join(' '))
/** Words that no name above is made of, for what stands around it. */
const filler = fc.array(fc.stringMatching(/^[xy]{1,7}$/), { minLength: 1, maxLength: 12 })

const WRITINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replaceAll(' ', '\n'),
  (text) => text.replaceAll(' ', '  '),
  (text) => text.replaceAll(' ', '\u00A0'),
  (text) => text.replaceAll('a', 'á').replaceAll('o', 'o\u0308'),
  (text) => text.replaceAll(/(?<=[a-z]{2})(?=[a-z]{2})/gu, '\u00AD'),
  (text) => text.replace(/(?<=[a-z]{2})(?=[a-z]{2})/u, '-\n'),
  (text) => `${text}’s`,
  (text) => `(${text})`,
  (text) => `“${text}”`,
]

test('a name written in any of its spellings, in any way, inside any text is found', () => {
  fc.assert(
    fc.property(
      name,
      filler,
      filler,
      fc.nat(),
      fc.constantFrom(...WRITINGS),
      (form, before, after, pick, write) => {
        const spellings = variantsOf({ text: form, kind: 'name' })
        const spelling = spellings[pick % spellings.length] ?? form
        const written = write(spelling)
        const text = `${before.join(' ')} ${written} ${after.join(' ')}`
        const hits = findForm(prepare(text), { text: form, kind: 'name' })
        const letters = hits.map(({ start, end }) => lettersOf(text.slice(start, end)))
        // The sign behind a name can be the "s" of an owner, which is no part of it.
        expect(letters).toContain(lettersOf(spelling))
      },
    ),
    { numRuns: 600 },
  )
})

test('a name with a space after every letter is found', () => {
  fc.assert(
    fc.property(proper, proper, filler, (first, last, around) => {
      const spaced = [first, last].map((one) => one.split('').join(' ')).join('   ')
      const text = `${around.join(' ')}   ${spaced}   ${around.join(' ')}`
      const hits = findForm(prepare(text), { text: `${first} ${last}`, kind: 'name' })
      expect(hits.map(({ start, end }) => text.slice(start, end))).toContain(spaced)
    }),
    { numRuns: 200 },
  )
})

test('no name is found inside another word', () => {
  fc.assert(
    fc.property(
      proper,
      fc.stringMatching(/^[a-z]{1,4}$/),
      fc.stringMatching(/^[a-z]{0,4}$/),
      (form, before, after) => {
        fc.pre(lettersOf(`${before}${form}${after}`) !== `${lettersOf(form)}s`)
        const text = `the ${before}${form.toLowerCase()}${after} was`
        fc.pre(!text.split(' ').includes(form.toLowerCase()))
        expect(findForm(prepare(text), { text: form, kind: 'name' })).toEqual([])
      },
    ),
    { numRuns: 400 },
  )
})

test('what is found lies in the text, in order, and has the letters of a spelling or of one with a name between', () => {
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 5 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      (names, noise) => {
        const text = `${noise} ${names.join(` ${noise} `)}`
        const forms = names.map((one) => ({ text: one, kind: 'name' as const }))
        const hits = findForms(prepare(text), compileForms(forms))
        let last = 0
        for (const { start, end } of hits) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start
        }
        expect(new Set(hits.map(({ form }) => form)).size).toBe(names.length)
      },
    ),
    { numRuns: 200 },
  )
})

test('digits of a telephone number are found however they are grouped', () => {
  const gap = fc.constantFrom('', '', ' ', '-', '.', '  ')
  fc.assert(
    fc.property(
      fc.stringMatching(/^7\d{9}$/),
      fc.array(gap, { minLength: 12, maxLength: 12 }),
      fc.constantFrom('0', '+44', '+44 (0)', '0044 '),
      (digits, gaps, trunk) => {
        const grouped = digits
          .split('')
          .map((digit, index) => `${digit}${index < 9 ? gaps[index] : ''}`)
          .join('')
        const text = `ring ${trunk}${grouped} now`
        const hits = findForm(prepare(text), { text: `0${digits}`, kind: 'phone' })
        expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual([`${trunk}${grouped}`])
      },
    ),
    { numRuns: 200 },
  )
})
