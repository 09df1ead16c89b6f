import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { DESCRIBED } from '#shared/described/all.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { chronologyDocument, CHRONOLOGY_COLUMNS } from '#shared/registers/breaches/chronology-document.ts'
import { decisionDocument } from '#shared/registers/breaches/decision-document.ts'
import { describedDocument } from '#shared/registers/reports/described-document.ts'
import type { RecordDocument } from '#shared/registers/reports/document-model.ts'
import { plainText } from '#shared/registers/reports/table-cell.ts'
import { tellingOf } from '#shared/registers/reports/telling.ts'
import { INCIDENT_FILES } from '../../archive/incident-bag.ts'
import { jsonOf, type Payload, text } from '../../archive/payload.ts'
import type { DocumentStore } from '../../documents/document-store.ts'
import { type Progress, writeRecordPdf } from '../../pdf/write-record.ts'
import { BYTE_ORDER_MARK, csvRows } from '../../tables/csv.ts'
import { registerCsv } from '../../tables/register-csv.ts'
import { evidencePayloads } from './bundle-evidence.ts'
import type { BundleMaterial } from './bundle-material.ts'
import { bundleReadme } from './bundle-readme.ts'
import { noticePayloads, reportPayloads } from './bundle-sent.ts'

export type BundleJob = {
  readonly material: BundleMaterial
  readonly documents: DocumentStore
  /** With the names and addresses of the people who are to be told. */
  readonly withPeople: boolean
  readonly progress: Progress
}

/** The files of an incident bundle, one after the other; `workFolder` holds the PDFs until they are packed. */
export async function* bundlePayloads(job: BundleJob, workFolder: string): AsyncGenerator<Payload> {
  const { material, withPeople } = job
  const pdf = (document: RecordDocument, name: string) => pdfPayload(job, document, name, workFolder)
  yield { name: 'data/README.txt', source: Buffer.from(bundleReadme(material, withPeople)) }
  yield { name: INCIDENT_FILES.record, source: Buffer.from(material.body) }
  yield await pdf(recordOf(material), 'record.pdf')
  yield* chronologyPayloads(material, pdf)
  yield { name: INCIDENT_FILES.decisions, source: jsonOf(material.breach.decisions) }
  yield await pdf(decisionDocument(material), 'decisions/decisions.pdf')
  yield* reportPayloads(job, workFolder)
  yield* noticePayloads(job, workFolder)
  if (withPeople) yield { name: 'data/people/people.csv', source: text(peopleCsv(material)) }
  yield* evidencePayloads(material.breach.evidenceFiles, job.documents)
  yield { name: INCIDENT_FILES.revisions, source: text(revisionLines(material)) }
}

async function pdfPayload(
  { material, progress }: BundleJob,
  document: RecordDocument,
  name: string,
  workFolder: string,
): Promise<Payload> {
  const path = join(workFolder, name.replaceAll('/', '-'))
  await writeRecordPdf(document, material.stamp, path, progress)
  return { name: `data/${name}`, source: createReadStream(path), isCompressed: true }
}

function recordOf({ breach, content, stamp }: BundleMaterial): RecordDocument {
  const telling = tellingOf(DESCRIBED.breaches, content, stamp)
  return describedDocument([breach as unknown as AnyRecord], telling, content.settings, stamp)
}

async function* chronologyPayloads(
  material: BundleMaterial,
  pdf: (document: RecordDocument, name: string) => Promise<Payload>,
): AsyncGenerator<Payload> {
  const { chronology, breach } = material
  yield await pdf(chronologyDocument(chronology, material), 'chronology/chronology.pdf')
  const rows = chronology.map((entry) => CHRONOLOGY_COLUMNS.map(({ cell }) => plainText(cell(entry))))
  const headings = CHRONOLOGY_COLUMNS.map(({ heading }) => heading)
  yield {
    name: 'data/chronology/chronology.csv',
    source: Buffer.from(BYTE_ORDER_MARK + csvRows([headings, ...rows])),
  }
  yield {
    name: 'data/chronology/chronology.json',
    source: jsonOf({ breach: breach.reference, entries: chronology }),
  }
}

function* peopleCsv({ people, content, stamp }: BundleMaterial): Generator<string> {
  const telling = tellingOf(DESCRIBED.recipients, content, stamp)
  yield* registerCsv(people as unknown as AnyRecord[], telling)
}

function* revisionLines({ revisions }: BundleMaterial): Generator<string> {
  for (const line of revisions) yield `${JSON.stringify(line)}\n`
}
