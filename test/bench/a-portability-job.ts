import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import type { ExportJob } from '#engine/portability/build/export-job.ts'
import { requests } from '#shared/registers/requests/request.register.ts'
import { mappings } from '#shared/registers/mappings/mapping.register.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import { newOrganisation, OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { aColumn } from '../support/a-portability-export.ts'

const ID = '0192f0aa-0000-7000-8000-000000000001'
const COLUMNS = [
  'booking,carer_id,name,email,course,venue,booked_at,course_on,hours,score,attended,remark',
].flatMap((line) => line.split(','))
const COURSES = [
  'First aid',
  'Attachment and trauma',
  'Safer caring',
  'Recording and reporting',
  'Men who foster',
]
const VENUES = ['Leeds, Civic Hall', 'Online', 'York, Priory Street Centre', 'Bradford, Carlisle Mill']

/** Writes a CSV of so many rows as a booking system might export them: dates, numbers, quoted cells, empty ones. */
export async function writeBookings(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path)
  file.write(`${COLUMNS.join(',')}\n`)
  let text = ''
  for (let row = 1; row <= rows; row += 1) {
    text += `${bookingOf(row)}\n`
    if (text.length < 1 << 20 && row < rows) continue
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  file.end()
  await once(file, 'finish')
}

/** Numbers that look picked and are the same each time. */
function bookingOf(row: number): string {
  const mixed = Math.imul(row, 2_654_435_761) >>> 0
  const day = `20${20 + (mixed % 7)}-${two(1 + (mixed % 12))}-${two(1 + (mixed % 28))}`
  const remark =
    mixed % 5 === 0 ? '' : `"Came by train ${mixed % 9973}, asked for ""notes"" ${mixed % 65_537}"`
  return [
    row,
    'C-1042',
    `Zoë Reed ${mixed % 1000}`,
    `maya.${mixed % 100_003}@reed.example`,
    COURSES[mixed % COURSES.length],
    `"${VENUES[mixed % VENUES.length]}"`,
    `${day}T${two(mixed % 24)}:${two(mixed % 60)}:00Z`,
    day,
    ((mixed % 160) + 1) / 4,
    mixed % 101,
    mixed % 3 !== 0,
    remark,
  ].join(',')
}

const two = (number: number) => `${number}`.padStart(2, '0')

/** The export of such a file in all three forms; every row of it is the person's. */
export function aBookingsJob(path: string): ExportJob {
  const mapping = {
    ...mappings.blank(ID, `Bookings, ${basename(path)}`),
    form: 'csv',
    called: 'Bookings',
    matchColumns: ['carer_id'],
    rowsNamingOthers: 'cutCells',
    columns: COLUMNS.map((column) => ({ id: ID, ...aColumn(column) })),
  } as unknown as Mapping
  return {
    request: { ...requests.blank(ID, 'Portability'), reference: 'RR-0001' } as unknown as RequestRecord,
    world: {
      today: PlainDate.parse('2026-11-22'),
      organisation: newOrganisation(OrganisationId.parse(ID), 'Hollybank Fostering', 'own'),
      regulator: DEFAULT_SETTINGS.regulators[0]!,
    },
    stamp: {
      registerName: 'Bench',
      registerId: ID,
      madeAt: Instant.parse('2026-11-22T09:00:00.000Z'),
      asAt: null,
      chain: { seq: 1, head: '0'.repeat(64) },
    },
    sources: [
      {
        use: {
          path,
          table: '',
          options: { encoding: null, delimiter: null },
          mapping: mapping.id,
          person: ['C-1042'],
          holdsOnlyThePerson: false,
        },
        mapping,
        system: 'Training portal',
      },
    ],
    forms: ['json', 'csv', 'xml'],
    receiver: null,
  }
}
