import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeTurns } from '../measure.ts'
import { recordAsHtml } from '../record-as-html.ts'
import { registerWith } from '../registers.ts'
import { mebibytes, milliseconds, notMeasured, ratioResult, recorded, type Result } from '../report.ts'
import { runChild, versionOf } from '../run-child.ts'
import { writeRecordApart } from './handing-out.ts'

const COUNT = 1_000
const TURNS = 7
/** At least five times faster. */
const MOST = 0.2
const SIZES = [100, 1_000, 5_000] as const
/** What still counts as flat: the most that fifty times the activities may add to the peak. */
const MOST_GROWTH = 1.25

/** The printed record: its time against LibreOffice on the same content, and its memory as the register grows. */
export async function measurePdf(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  try {
    return [await againstLibreOffice(folder), await memory(folder)]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function againstLibreOffice(folder: string): Promise<Result> {
  const what = `PDF of ${COUNT.toLocaleString('en-GB')} activities, whole process`
  const register = await registerWith(COUNT)
  const ours = join(folder, 'ours.pdf')
  const write = async () => (await writeRecordApart(register, 'pdf', ours, COUNT)).ms
  const version = await versionOf('soffice')
  if (!version) {
    const install =
      'LibreOffice is not installed: sudo apt-get install --no-install-recommends libreoffice-writer-nogui'
    return { ...notMeasured('PDF', what, `at most ${MOST}`, install), ours: milliseconds(await write()) }
  }
  const html = join(folder, 'record.html')
  await writeFile(html, await recordAsHtml(register))
  await mkdir(join(folder, 'office'))
  const turns = await takeTurns(TURNS, write, () => convert(html, folder))
  await checkText(ours, folder)
  await checkText(join(folder, 'record.pdf'), folder)
  return ratioResult({
    metric: 'PDF',
    what,
    peer: `${version.split(' ').slice(0, 2).join(' ')}, same content from HTML`,
    most: MOST,
    turns,
  })
}

/** As a text document: laid out as a web page, the same content takes it far longer. */
async function convert(html: string, folder: string): Promise<number> {
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  const filters = ['--infilter=HTML (StarWriter)', '--convert-to', 'pdf:writer_pdf_Export']
  const { ms } = await runChild('soffice', [profile, '--headless', ...filters, '--outdir', folder, html])
  return ms
}

/** Both sides must say the same: the last activity's number stands in the text of each. */
async function checkText(pdf: string, folder: string): Promise<void> {
  const text = join(folder, 'text.txt')
  await runChild('pdftotext', ['-q', pdf, text])
  const found = new Set((await readFile(text, 'utf8')).match(/B-\d{6}/g))
  if (found.size !== COUNT) throw new Error(`${pdf} shows ${found.size} activities, not ${COUNT}.`)
}

async function memory(folder: string): Promise<Result> {
  const peaks: number[] = []
  for (const count of SIZES)
    peaks.push(
      (await writeRecordApart(await registerWith(count), 'pdf', join(folder, `${count}.pdf`), count))
        .peakBytes,
    )
  const growth = peaks.at(-1)! / peaks[0]!
  const shown = SIZES.map(
    (count, index) => `${count.toLocaleString('en-GB')}: ${mebibytes(peaks[index]!)}`,
  ).join(', ')
  return {
    ...recorded('PDF', 'Peak memory of the process as the register grows', shown),
    figure: `${growth.toFixed(2)} times`,
    target: `at most ${MOST_GROWTH}`,
    verdict: growth <= MOST_GROWTH ? 'met' : 'missed',
    note: 'one run each; key derivation takes 64 MiB of it',
  }
}
