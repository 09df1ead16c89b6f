import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import type { SourceUse } from '#shared/portability/source.ts'
import { DEMO_ACCOUNTS, DEMO_BOOKINGS, DEMO_CARER } from './demo-carers.ts'
import type { Call } from './with-register.ts'

const AS_IT_IS = { encoding: null, delimiter: null }

/** What a foster carer takes along from the portal: two exports of systems, mapped as the sample decides, made into one. */
export async function writePortability(call: Call, folder: string): Promise<void> {
  const isThere = (await readdir(folder).catch(() => [])).length > 0
  if (isThere) return console.log(`${folder}: the portability export was there already`)
  await mkdir(folder, { recursive: true })
  const { accounts, bookings } = await writeDemoSources(folder)
  const sources = [await useOf(call, accounts, ''), await useOf(call, bookings, 'Bookings')]
  const built = await call('portability.build', {
    request: await requestToTakeAlong(call),
    sources,
    forms: ['json', 'csv', 'xml'],
    to: join(folder, 'portability-export.zip'),
    passphrase: '',
    openBecause: '',
    receiver: {
      name: 'Larkfield Fostering',
      address: '12 Mill Lane\nWorcester',
      contact: 'dpo@larkfield.example',
      how: 'By secure upload; the passphrase goes by telephone.',
    },
  })
  console.log(
    `${built.path}: ${built.rows} rows, ${built.leftOut} things left out and why, ${built.bytes} bytes, SHA-256 ${built.sha256}`,
  )
  console.log(
    `Checked against its own schemas: ${built.checks.length} checks. Fingerprint: ${built.fingerprint}`,
  )
  console.log(`Passphrase of the export, shown this once: ${built.passphrase}`)
}

/** The exports of two systems that the demonstration begins with. */
export async function writeDemoSources(folder: string) {
  const accounts = join(folder, 'accounts.csv')
  const bookings = join(folder, 'bookings.xlsx')
  await writeFile(accounts, stringify([...DEMO_ACCOUNTS]))
  await writeExcelFile([{ data: DEMO_BOOKINGS.map((row) => [...row]), sheet: 'Bookings' }]).toFile(bookings)
  return { accounts, bookings }
}

/** A file with the mapping that knows it best, for the carer of the demonstration. */
async function useOf(call: Call, path: string, table: string): Promise<SourceUse> {
  const look = await call('portability.lookAt', { path, table: table || null, options: AS_IT_IS })
  const columns = look.columns.map(({ name }) => name)
  const [match] = await call('portability.mappingsFor', { form: look.form, table: look.table, columns })
  console.log(`${path}: ${basename(path)} is read as ${match!.reference}, ${match!.known} columns known`)
  return {
    path,
    table: look.table,
    options: AS_IT_IS,
    mapping: match!.id,
    person: [...DEMO_CARER],
    holdsOnlyThePerson: false,
  }
}

/** The sample's request of a foster carer who moves to another agency. */
async function requestToTakeAlong(call: Call): Promise<string> {
  const asked = {
    register: 'requests' as const,
    text: 'Portability to another agency',
    including: [],
    limit: 1,
  }
  const [found] = await call('records.options', asked)
  return found!.id
}
