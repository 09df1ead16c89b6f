import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'

/**
 * The file of a child in care, made for tests: the child who asks (Amina Yusuf), a brother (Idris Yusuf), a neighbour who
 * reported (Margaret Pell) and a social worker (Helen Marsh). Everybody in it is invented.
 */
export const FAMILY = {
  subject: 'Amina Yusuf',
  sibling: 'Idris Yusuf',
  referrer: 'Margaret Pell',
  socialWorker: 'Helen Marsh',
} as const

const REFERRAL = `From: Margaret Pell <margaret.pell@example.org>
To: Duty Team <duty@example.net>
Date: Mon, 4 Mar 2019 09:12:00 +0000
Subject: Worried about the children next door
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Dear Duty Team,

I am worried about Amina and her brother Idris Yusuf. I hear shouting at night. Please do not say that it was me.

Regards,
Margaret Pell
Telephone 01632 960 117
`

const VISIT = `Visit record

Date of visit: 12 March 2019
Present: Helen Marsh (social worker), Amina Yusuf, Idris Yusuf

Amina was well and showed her drawings. Idris Yusuf, date of birth 2 May 2012, told Helen Marsh that he does not
sleep well. The neighbour, Mrs Pell, had telephoned on 4 March 2019.

Agreed: Helen Marsh visits again on 26 March 2019.
`

const LETTER = `Dear Amina,

It was good to meet you at school. Your next review is on 14 June 2019 at 2 p.m. You may bring somebody you trust.

Yours sincerely,
Helen Marsh
Social worker
`

const HOUSEHOLD = [
  ['Name', 'Born', 'School'],
  ['Amina Yusuf', '4 May 2009', 'Meadow Bank School'],
  ['Idris Yusuf', '2 May 2012', 'Brook Primary School'],
]

/** Writes the files into a folder and gives their paths, in the order in which they are brought in. */
export async function writeFamilyFile(folder: string): Promise<string[]> {
  const texts: Readonly<Record<string, string>> = {
    'referral.eml': REFERRAL.replaceAll('\n', '\r\n'),
    'visit record.txt': VISIT,
    'letter.txt': LETTER,
  }
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text)
  const rows = HOUSEHOLD.map((cells) => cells.map((value) => ({ value })))
  await writeExcelFile([{ data: rows, sheet: 'Household' }]).toFile(join(folder, 'household.xlsx'))
  return [...Object.keys(texts), 'household.xlsx'].map((name) => join(folder, name))
}
