import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { SentNotice } from '#shared/registers/breaches/kept.ts'
import { textOfLetter } from '#shared/registers/letters/letter-words.ts'
import { regulatorOn } from '#shared/registers/settings/settings.schema.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import { safeFileName } from '../../archive/file-names.ts'
import { INCIDENT_FILES } from '../../archive/incident-bag.ts'
import { jsonOf, type Payload } from '../../archive/payload.ts'
import { writeLetterPdf } from '../../pdf/write-letter.ts'
import type { BundleJob } from './bundle-payloads.ts'
import { sentReportFiles } from './report-files.ts'

/** Every report to the Commissioner as it was sent, as PDF, text and JSON, and the entries as they were kept. */
export async function* reportPayloads({ material }: BundleJob, workFolder: string): AsyncGenerator<Payload> {
  const { breach, organisationName: organisation, settings, stamp } = material
  yield { name: INCIDENT_FILES.reports, source: jsonOf(breach.sentReports) }
  for (const [index, report] of breach.sentReports.entries()) {
    const name = `${numbered(index)}-${report.phase === 'initial' ? 'initial' : 'follow-up'}`
    const path = join(workFolder, `report-${name}.pdf`)
    const regulator = regulatorOn(settings, ukDayOf(report.sentAt)).name
    const { text, json } = await sentReportFiles(breach, report, { organisation, regulator }, stamp, path)
    yield { name: `data/reports/${name}.json`, source: Buffer.from(json) }
    yield { name: `data/reports/${name}.txt`, source: Buffer.from(text) }
    yield { name: `data/reports/${name}.pdf`, source: createReadStream(path), isCompressed: true }
  }
}

const NOTICE_NAMES: Readonly<Record<SentNotice['kind'], string>> = {
  letters: 'letters',
  publicNotice: 'public-notice',
  controllerNotice: 'notice-to-controller',
}

/** The wording of every letter and notice that was made, as PDF and text, and the entries as they were kept. */
export async function* noticePayloads({ material }: BundleJob, workFolder: string): AsyncGenerator<Payload> {
  const { sentNotices } = material.breach
  yield { name: INCIDENT_FILES.notices, source: jsonOf(sentNotices) }
  for (const [index, { kind, madeAt, wordings }] of sentNotices.entries())
    for (const [place, { version, letter }] of wordings.entries()) {
      const which = safeFileName(version).toLowerCase().replaceAll(' ', '-')
      const name = `${numbered(index)}-${NOTICE_NAMES[kind]}-${place + 1}-${which}`
      const path = join(workFolder, `letter-${index}-${place}.pdf`)
      await writeLetterPdf(letter, madeAt, path)
      yield { name: `data/letters/${name}.txt`, source: Buffer.from(`${textOfLetter(letter)}\n`) }
      yield { name: `data/letters/${name}.pdf`, source: createReadStream(path), isCompressed: true }
    }
}

const numbered = (index: number) => String(index + 1).padStart(2, '0')
