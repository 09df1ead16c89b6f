import { describe, expect, test } from 'vitest'
import { known, notApplicable } from '#shared/answer.ts'
import { flowOf } from '#shared/registers/activities/activity.flow.ts'
import { newPurpose } from '#shared/registers/activities/activity.parts.ts'
import { type Activity, ActivityId, newActivity } from '#shared/registers/activities/activity.schema.ts'
import { type FlowDrawing, layOutFlow } from '#shared/registers/activities/flow.layout.ts'
import type { FlowWords } from '#shared/registers/activities/flow.parts.ts'
import { flowToSvg } from '#shared/registers/activities/flow.svg.ts'
import { wrapText } from '#shared/registers/activities/flow.text.ts'
import { TermId } from '#shared/registers/vocabulary/term.schema.ts'

const term = (name: string) => TermId.parse(name)

/** Terms are called by their ids, codes by themselves. */
const words: FlowWords = {
  terms: { get: (id: string) => ({ name: id, medium: null, location: '' }) } as FlowWords['terms'],
  basis: (code) => `Article ${code}`,
  mechanism: (code) => `mechanism ${code}`,
}

function fostering(changes: Partial<Activity> = {}): Activity {
  return {
    ...newActivity(ActivityId.parse('a1'), 'Fostering placements'),
    purposes: [{ ...newPurpose('p1', 'Placing children'), basis: known('6-1-e') }],
    data: [
      dataUse('health', ['local authority', 'carer']),
      dataUse('contact details', ['carer']),
      dataUse('placement history', []),
    ],
    disclosures: [
      disclosure('d1', 'School', ''),
      disclosure('d2', 'School', 'agreement 12'),
      disclosure('d3', 'Host', ''),
    ],
    destinations: known([
      {
        id: 't1',
        place: 'France',
        recipientId: term('Host'),
        mechanism: known('IDTA'),
        safeguards: known('file 9'),
        note: '',
      },
    ]),
    systemIds: [term('Case system'), term('Paper files')],
    ...changes,
  }
}

function dataUse(category: string, sources: string[]): Activity['data'][number] {
  return {
    id: category,
    categoryId: term(category),
    dataClass: 'ordinary',
    peopleIds: [],
    sourceIds: sources.map(term),
    retention: { state: 'toBeDetermined' },
    onlyIf: '',
    note: '',
  }
}

function disclosure(id: string, recipient: string, agreement: string): Activity['disclosures'][number] {
  return {
    id,
    recipientId: term(recipient),
    capacity: 'controller',
    purpose: '',
    agreement: agreement === '' ? notApplicable('required by law') : known(agreement),
    onlyIf: 'only if consent is given',
  }
}

const overlaps = ({ nodes }: FlowDrawing) =>
  nodes.flatMap((one, index) =>
    nodes
      .slice(index + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      )
      .map((other) => `${one.label} and ${other.label}`),
  )

describe('the flow of an activity', () => {
  const flow = flowOf('Fostering placements', [fostering()], words)

  test('has one row for each disclosure, even to the same recipient, with its agreement and condition', () => {
    const rows = flow.rows.filter(({ step }) => step === 'disclosure')
    expect(rows.map(({ other, agreement }) => [other, agreement])).toEqual([
      ['School', 'not applicable: required by law'],
      ['School', 'agreement 12'],
      ['Host', 'not applicable: required by law'],
    ])
    expect(rows.every(({ condition }) => condition === 'only if consent is given')).toBe(true)
  })

  test('says which data comes from where, and which has no source', () => {
    const rows = flow.rows.filter(({ step }) => step === 'source')
    expect(rows.map(({ other, data }) => [other, data])).toEqual([
      ['local authority', ['health']],
      ['carer', ['health', 'contact details']],
      ['Source not recorded', ['placement history']],
    ])
  })

  test('carries the basis on every row and the mechanism on what goes abroad', () => {
    expect(flow.rows.every(({ bases }) => bases[0] === 'Article 6-1-e')).toBe(true)
    const abroad = flow.rows.find(({ step }) => step === 'abroad')!
    expect([abroad.other, abroad.mechanism, abroad.agreement]).toEqual([
      'France (Host)',
      'mechanism IDTA',
      'file 9',
    ])
  })

  test('draws one line for a pair of places, standing for all its rows', () => {
    const drawing = layOutFlow(flow)
    const toSchool = drawing.edges.filter(({ to }) => to === 'to:School')
    expect(toSchool).toHaveLength(1)
    expect(toSchool[0]!.rowIds).toEqual(['activity:a1:to:d1', 'activity:a1:to:d2'])
  })

  test('tells "to be determined" from "nothing leaves the country"', () => {
    const note = (destinations: Activity['destinations']) =>
      layOutFlow(flowOf('x', [fostering({ destinations })], words)).note?.lines.join(' ')
    expect(note({ state: 'toBeDetermined' })).toBe(
      'Whether data leaves the United Kingdom is to be determined.',
    )
    expect(note(known([]))).toBe('Nothing is recorded as leaving the United Kingdom.')
  })
})

describe('the drawing', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    fostering({
      id: ActivityId.parse(`a${index}`),
      name: `Activity ${index} with a name that needs more than one line of the box`,
      disclosures: [disclosure('d1', `Recipient ${index}`, ''), disclosure('d2', 'School', 'agreement 12')],
    }),
  )

  test('shows no box on top of another, for one activity and for thirty', () => {
    expect(overlaps(layOutFlow(flowOf('one', [fostering()], words)))).toEqual([])
    expect(overlaps(layOutFlow(flowOf('thirty', many, words)))).toEqual([])
  })

  test('collapses a long column and keeps every disclosure in the rows', () => {
    const flow = flowOf('thirty', many, words)
    const drawing = layOutFlow(flow)
    const labels = drawing.nodes.map(({ label }) => label)
    expect(labels).toContain('+ 15 more')
    expect(drawing.nodes.filter(({ column }) => column === 'activities')).toHaveLength(16)
    expect(labels).toContain('School')
    expect(flow.rows.filter(({ step }) => step === 'disclosure')).toHaveLength(60)
    const drawn = new Set(drawing.edges.flatMap(({ rowIds }) => rowIds))
    expect(flow.rows.filter(({ id }) => !drawn.has(id))).toEqual([])
  })

  test('joins only places that are drawn', () => {
    const drawing = layOutFlow(flowOf('thirty', many, words))
    const keys = new Set(drawing.nodes.map(({ key }) => key))
    expect(drawing.edges.filter(({ from, to }) => !keys.has(from) || !keys.has(to))).toEqual([])
  })
})

describe('the SVG file', () => {
  test('escapes every text and keeps no character that XML forbids', () => {
    const svg = flowToSvg(
      layOutFlow(
        flowOf(
          '<script>alert("1")</script> & Söhne',
          [fostering({ name: '</title>\u0000\uD800"><a onload=x>' })],
          words,
        ),
      ),
    )
    expect(svg).not.toMatch(/<script|<a /u)
    expect(svg).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; Söhne')
    expect(svg).toContain('&#60;/title&#62;\uFFFD\uFFFD&#34;&#62;&#60;a onload=x&#62;')
    expect(svg.isWellFormed()).toBe(true)
  })

  test('has a title, a description of each line, and nothing to fetch', () => {
    const svg = flowToSvg(layOutFlow(flowOf('Fostering placements', [fostering()], words)))
    expect(svg).toContain('<title id="title">Fostering placements</title>')
    expect(svg).toMatch(/<desc id="description">[^<]*School/u)
    expect(svg.match(/https?:[^"]*/gu)).toEqual(['http://www.w3.org/2000/svg'])
  })
})

describe('breaking lines', () => {
  test.each([
    ['keeps short text whole', 'Case notes', ['Case notes']],
    [
      'breaks between words',
      'Local authority social work files',
      ['Local authority', 'social work', 'files'],
    ],
    ['cuts a word longer than a line', 'Aaaaaaaaaaaaaaaaaaaaaaa', ['Aaaaaaaaaaaaaaa', 'aaaaaaaa']],
    [
      'ends in an ellipsis what does not fit',
      'one one one one two two two two three three three four',
      ['one one one one', 'two two two two', 'three three…'],
    ],
  ])('%s', (_, text, lines) => expect(wrapText(text, 15, 3)).toEqual(lines))
})
