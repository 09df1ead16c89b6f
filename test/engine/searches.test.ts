import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { known } from '#shared/answer.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import { firstProposal } from '#shared/registers/requests/intake/message-reading.ts'
import { draftOf, fieldsOfDraft } from '#shared/registers/requests/intake/draft.ts'
import { day } from '../law/world.ts'
import { startTestEngine } from '../support/engine.ts'

type World = Awaited<ReturnType<typeof startTestEngine>>

let world: World
let org: string
let caseSystem: string
let strayDrive: string
let request: string

const entries = async (of = request) =>
  (await world.call('searches.ofRequest', { request: of })) as unknown as readonly SearchEntry[]

/** An organisation with a case system, a paper archive and two activities about children, and one about staff. */
beforeAll(async () => {
  world = await startTestEngine()
  const { call } = world
  org = (await call('organisations.create', { legalName: 'Fostering Agency', relation: 'own' })).id
  await call('organisations.change', {
    id: org as never,
    changes: {
      dataProtectionOfficer: known({
        role: 'DPO',
        name: '',
        email: 'dpo@agency.example',
        telephone: '',
        address: '',
      }),
    },
  })
  const term = async (vocabulary: 'people' | 'systems', name: string) =>
    (await call('vocabulary.create', { vocabulary, name })).id
  const children = await term('people', 'Looked after children')
  const staff = await term('people', 'Employees')
  caseSystem = await term('systems', 'Case system')
  const archive = await term('systems', 'Paper archive')
  strayDrive = await term('systems', 'Shared drive of the old team')
  const payroll = await term('systems', 'Payroll')
  await call('vocabulary.change', { id: archive, changes: { medium: 'paper' } })
  const activity = async (name: string, changes: object) => {
    const { id } = await call('activities.create', { name, organisationId: org as never, role: 'controller' })
    await call('activities.change', { id, changes: { ...changes } as never })
    return id as string
  }
  await activity('Care for children', {
    peopleIds: [children],
    systemIds: [caseSystem, archive],
    owner: 'Fostering team',
  })
  await activity('Review placements', {
    peopleIds: [children],
    systemIds: [caseSystem],
    owner: 'Fostering team',
  })
  await activity('Pay staff', { peopleIds: [staff], systemIds: [payroll], owner: 'Finance' })
})
afterAll(() => world[Symbol.asyncDispose]())

const MAIL = [
  'From: "Joanna Whitlock" <jo@whitlock.example>',
  'To: DPO <dpo@agency.example>',
  'Date: Mon, 2 Nov 2026 23:45:00 -0500',
  'Subject: =?UTF-8?Q?my_son=E2=80=99s_records?=',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hello, I am the mother of Callum Whitlock (dob 14/03/2015), a looked after child.',
  'Please send me a copy of all the records you hold on my son.',
  '',
  'Kind regards',
  'Joanna Whitlock',
].join('\r\n')

describe('a message is taken in', () => {
  test('from a mail file, with the day in the United Kingdom, and made into a request', async () => {
    const { call, folder, clock } = world
    const path = join(folder, 'mail.eml')
    await writeFile(path, MAIL)
    const reading = await call('requests.readMessage', { path })
    expect(reading.attachments).toBe(0)
    expect(firstProposal(reading.proposals, 'receivedOn')?.value).toBe('2026-11-03')
    expect(firstProposal(reading.proposals, 'organisationId')?.value).toBe(org)
    const draft = draftOf(reading, day(clock.now.slice(0, 10)))
    expect(draft).toMatchObject({
      right: 'R-ACCESS',
      requesterKind: 'parent',
      personKind: 'child',
      childAge: 11,
    })

    const made = await call('requests.takeIn', { name: draft.name, fields: fieldsOfDraft(draft) })
    request = made.id
    const { record } = await call('records.get', { register: 'requests', id: request })
    expect(record).toMatchObject({
      reference: 'RR-0001',
      name: 'Access request, mother for her son, 3 Nov',
      organisationId: org,
      personName: 'Callum Whitlock',
      personBorn: '2015-03-14',
      holdSetOn: '2026-11-22',
      stage: 'checking',
      authoritySeen: 'asked',
    })
  })

  test('a file that says nothing is refused in a sentence, and a path nobody chose is not read', async () => {
    const { call, folder } = world
    const empty = join(folder, 'empty.txt')
    await writeFile(empty, '')
    await expect(call('requests.readMessage', { path: empty })).rejects.toThrow(
      /“empty.txt” could not be read as a message/,
    )
    await expect(call('requests.takeIn', { name: 'x', fields: { nonsense: 1 } })).rejects.toThrow(
      /no field called “nonsense”/,
    )
  })
})

describe('the search record of a request', () => {
  test('is proposed from the activities that hold data of this kind of person, and added in one step', async () => {
    const { call } = world
    const proposals = await call('searches.propose', { request })
    expect(proposals.map(({ name, isPaper }) => [name, isPaper])).toEqual([
      ['Case system, Fostering team', false],
      ['Paper archive, Fostering team', true],
    ])
    expect(proposals[0]!.why).toBe('Holds data of: Looked after children (FA-01, FA-02).')
    const { added } = await call('searches.addProposed', { request, keys: proposals.map(({ key }) => key) })
    expect(added).toBe(2)
    expect(
      (await entries()).map(({ reference, holder, method, organisationId }) => [
        reference,
        holder,
        method,
        organisationId,
      ]),
    ).toEqual([
      ['SE-0001', 'Fostering team', 'name', org],
      ['SE-0002', 'Fostering team', 'byHand', org],
    ])
    expect(await call('searches.propose', { request })).toEqual([])

    await call('history.undo', {})
    expect(await entries()).toEqual([])
    await call('history.redo', {})
    expect(await entries()).toHaveLength(2)
  })

  test('is asked for in drafts that a mail program and a word processor open, one for each holder', async () => {
    const { call, folder } = world
    const [first, second] = await entries()
    const changes = {
      holder: 'Records – Łódź team',
      holderEmail: 'records@agency.example',
      terms: 'Callum Whitlock\nCallum Reid',
    }
    await call('records.change', { register: 'searches', id: first!.id, changes })
    await call('records.change', { register: 'searches', id: second!.id, changes: { holder: 'Archive' } })
    const drafts = join(folder, 'drafts')
    await mkdir(drafts)
    const ids = [first!.id, second!.id]
    const input = { request, ids, answerBy: day('2026-11-30'), folder: drafts }
    const { folder: made, files } = await call('searches.writeMessages', { ...input, kind: 'commission' })
    expect(files).toEqual([
      'Records – Łódź team.eml',
      'Records – Łódź team.docx',
      'Archive.eml',
      'Archive.docx',
      'Answers due.ics',
    ])
    expect((await readdir(made)).toSorted()).toEqual(files.toSorted())

    const bytes = await readFile(join(made, files[0]!))
    for (const line of bytes.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
    expect(bytes.toString('latin1')).toMatch(/^[\x20-\x7E\r\n]*$/)
    const mail = await PostalMime.parse(bytes)
    expect(mail.subject).toBe('Search needed for a data protection request, RR-0001')
    expect(mail.to).toEqual([{ name: 'Records – Łódź team', address: 'records@agency.example' }])
    expect(mail.from).toMatchObject({ address: 'dpo@agency.example' })
    expect(mail.text).toContain(
      'Case system: By name and date of birth, search for: Callum Whitlock; Callum Reid',
    )
    expect(mail.text).toContain('by Mon 30 November 2026')
    expect(mail.text).toContain('section 173')
    expect(mail.text).not.toContain('Paper archive')
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
    expect((await PostalMime.parse(await readFile(join(made, 'Archive.eml')))).to).toBeUndefined()

    expect((await readFile(join(made, files[1]!))).subarray(0, 2).toString()).toBe('PK')
    const read = await call('requests.readMessage', { path: join(made, files[1]!) })
    expect(read.text).toContain('Whom it is about')
    expect(await readFile(join(made, 'Answers due.ics'), 'utf8')).toContain('DTSTART;VALUE=DATE:20261130')

    await call('searches.noteMessages', { ...input, on: day('2026-11-22'), kind: 'commission' })
    await call('searches.noteMessages', {
      ...input,
      ids: [second!.id],
      on: day('2026-12-02'),
      kind: 'chaser',
    })
    const [one, two] = await entries()
    expect(one).toMatchObject({ askedOn: '2026-11-22', answerBy: '2026-11-30', chasers: [] })
    expect(two!.chasers).toMatchObject([{ chasedOn: '2026-12-02' }])
    const again = await call('searches.writeMessages', { ...input, kind: 'chaser' })
    const chaser = await PostalMime.parse(await readFile(join(again.folder, 'Archive.eml')))
    expect(chaser.text).toContain('On Sun 22 November 2026 we asked you to search')
  })

  test('says what was searched, what was not and why, and what is open', async () => {
    const { call } = world
    const [first, second] = await entries()
    const found = { found: 'found', itemsFound: 3, pagesFound: 1412, receivedOn: '2026-11-25' }
    await call('records.change', { register: 'searches', id: first!.id, changes: found })
    const open = await call('searches.statement', { request })
    expect(open.text).toContain(
      'Case system, by Records – Łódź team, by name and date of birth, answered on Wed 25 November 2026; found: 3 items, 1,412 pages.',
    )
    expect(open.text).toContain(
      'What is not finished:\n- Paper archive: asked on Sun 22 November 2026, no answer yet.',
    )
    await call('records.change', { register: 'searches', id: second!.id, changes: { found: 'notSearched' } })
    expect((await call('searches.statement', { request })).text).toContain(
      '[The reason is not recorded yet.]',
    )
    await call('records.change', {
      register: 'searches',
      id: second!.id,
      changes: { whyNot: 'It was destroyed by the flood of 2019' },
    })
    const { text, parts } = await call('searches.statement', { request })
    expect(text).toContain('- Paper archive: It was destroyed by the flood of 2019.')
    expect(text).not.toContain('not finished')
    expect(text).not.toContain('Callum')
    expect(parts[0]!.text).toContain('Article 15(1A)')
  })

  test('an item found in a system that no activity names raises a gap, until one does', async () => {
    const { call } = world
    const { id } = await call('records.create', {
      register: 'searches',
      name: 'Old drive',
      fields: { requestId: request, systemId: strayDrive, found: 'found', terms: 'name' },
    })
    const raised = () => call('gaps.list', { organisationId: null, withWaived: false })
    expect(JSON.stringify(await raised())).toContain(
      'Data was found in “Shared drive of the old team”, which no activity of Fostering Agency names.',
    )
    await call('records.change', { register: 'searches', id, changes: { systemId: caseSystem } })
    expect(JSON.stringify(await raised())).not.toContain('Shared drive of the old team”, which no activity')
    await call('records.remove', { register: 'searches', target: { ids: [id] } })
  })
})
