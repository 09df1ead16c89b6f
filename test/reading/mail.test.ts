import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestReader } from './reading-tests.ts'

let reader: ReturnType<typeof startTestReader>
beforeAll(() => void (reader = startTestReader()))
afterAll(() => reader[Symbol.asyncDispose]())

const INNER = `From: Inner <inner@example.org>
To: b@example.org
Subject: The one inside
Date: Mon, 5 Oct 2026 09:30:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=inner

--inner
Content-Type: text/plain

Words inside.
--inner
Content-Type: text/csv; name=list.csv
Content-Disposition: attachment; filename=list.csv

a,b
--inner--
`

const nested = (disposition: string) => `From: Outer <outer@example.org>
To: a@example.org
Subject: Forwarded
Date: Tue, 6 Oct 2026 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: text/plain

See below.
--outer
Content-Type: message/rfc822
${disposition}
${INNER}
--outer--
`

const factOf = (facts: readonly { label: string; text: string }[], label: string) =>
  facts.find((fact) => fact.label === label)?.text

describe('email', () => {
  test.each(['', 'Content-Disposition: inline\n', 'Content-Disposition: attachment; filename=inner.eml\n'])(
    'a message in a message is a file of its own, with its own files (%j)',
    async (disposition) => {
      const [outer, inner, list] = await reader.read('letter.eml', nested(disposition))
      expect(outer!.reading).toMatchObject({ outcome: 'read', type: 'eml', attachments: 1 })
      expect(outer!.reading.texts[0]!.text).not.toContain('Words inside')
      expect(inner!.path).toMatch(/^letter\.eml\/.+\.eml$/u)
      expect(inner!.reading.texts[0]!.text).toContain('Words inside')
      expect(factOf(inner!.reading.facts, 'From')).toBe('Inner <inner@example.org>')
      expect(factOf(inner!.reading.facts, 'Date')).toBe('2026-10-05T08:30:00.000Z')
      expect(list!.path).toBe(`${inner!.path}/list.csv`)
      expect(list!.depth).toBe(2)
    },
  )

  test('one that has HTML only is read as a person sees it', async () => {
    const [own] = await reader.read(
      'html.eml',
      'From: a@example.org\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\nDate: not a date\nContent-Type: text/html; charset=utf-8\n\n' +
        '<p>Dear <b>Ms Okafor</b></p><p>caf&eacute;</p><script>no()</script><img src="https://track.example.org/1.gif">',
    )
    expect(own!.reading.texts[0]!.text).toMatch(/Dear Ms Okafor\s+café/u)
    expect(own!.reading.texts[0]!.text).not.toContain('no()')
    expect(factOf(own!.reading.facts, 'Subject')).toBe('Grüße')
    expect(own!.reading.hidden.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['remoteContent', 'scripts']),
    )
  })
})
