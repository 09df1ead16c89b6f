import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { PortabilityAbout } from '#shared/portability/about.ts'
import { guideOf } from '#shared/portability/guide.ts'
import { pageDrawer } from '../../pdf/draw-page.ts'
import type { Tag } from '../../pdf/page.ts'
import { typesetterFor } from '../../pdf/typesetter.ts'
import { newLetterDocument } from '../../pdf/write-letter.ts'
import type { ExportJob } from './export-job.ts'
import { guidePages } from './lay-out-guide.ts'

/** The guide to an export as a tagged PDF. The same export gives the same bytes. */
export async function guidePdf(
  { request, world }: Pick<ExportJob, 'request' | 'world'>,
  about: PortabilityAbout,
): Promise<Buffer> {
  const guide = guideOf(about, world, request.personName.trim() !== '')
  const doc = newLetterDocument(`${guide.title}, ${request.reference}`, about.madeAt)
  const bytes = buffer(doc.pipe(new PassThrough()))
  const typesetter = typesetterFor(doc)
  const root: Tag = { type: 'Document', parent: null }
  const pages = guidePages(guide, typesetter, root)
  const margins = { title: guide.title, footer: guide.footer, total: pages.length }
  const draw = pageDrawer(doc, typesetter, margins)
  for (const page of pages) draw(page)
  doc.end()
  return bytes
}
