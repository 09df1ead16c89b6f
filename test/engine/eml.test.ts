import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { isAddress, writeEml } from '#engine/messages/eml.ts'
import { Instant } from '#shared/time/instant.ts'

const BASE = {
  from: 'dpo@agency.example',
  toName: '',
  to: 'records@agency.example',
  subject: 'Search',
  text: 'Text',
  madeAt: Instant.parse('2026-07-01T10:30:05.000Z'),
}

test('any text comes back as it was, and no line of the mail is too long', async () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 120 })
  await fc.assert(
    fc.asyncProperty(words, words, words, async (subject, toName, text) => {
      const bytes = writeEml({ ...BASE, subject, toName, text })
      for (const line of bytes.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
      const mail = await PostalMime.parse(bytes)
      const plain = (given: string) =>
        given
          .toWellFormed()
          .replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
          .trim()
      expect(plain(mail.subject ?? '')).toBe(plain(subject))
      expect(mail.to).toEqual([{ name: plain(toName), address: BASE.to }])
      expect((mail.text ?? '').trimEnd()).toBe(text.toWellFormed().replaceAll(/\r\n?/gu, '\n').trimEnd())
    }),
    {
      numRuns: 150,
      examples: [
        ['', ',', ''],
        ['', 'Smith, Jane <spy@evil.example>', ''],
      ],
    },
  )
})

test('what is typed adds no head of its own', async () => {
  const mail = await PostalMime.parse(
    writeEml({
      ...BASE,
      subject: 'x\r\nBcc: spy@evil.example',
      toName: 'A\r\nBcc: spy@evil.example',
      to: 'a@b.example>\r\nBcc: x@y.example',
    }),
  )
  expect(mail.bcc).toBeUndefined()
  expect(mail.to).toBeUndefined()
  expect(mail.subject).toBe('x Bcc: spy@evil.example')
})

test('it is dated by clocks in the United Kingdom, and marked as not sent', async () => {
  const text = writeEml(BASE).toString('ascii')
  expect(text).toContain('\r\nDate: Wed, 01 Jul 2026 11:30:05 +0100\r\n')
  expect(text).toContain('\r\nX-Unsent: 1\r\n')
})

test.each([
  ['a@b.example', true],
  ['a@b', false],
  ['a b@c.example', false],
  ['a@b.example, c@d.example', false],
  ['', false],
])('%s is one address: %s', (text, is) => {
  expect(isAddress(text)).toBe(is)
})
