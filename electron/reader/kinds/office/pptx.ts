import { type Finding, type Given, NotRead } from '../../finding.ts'
import { findCommon } from './common.ts'
import { openPackage, type Package } from './package.ts'
import { walkXml } from './xml.ts'

/** Reads a presentation slide by slide, with its notes, hidden slides, comments and cropped pictures. */
export async function readPptx({ bytes }: Given, finding: Finding): Promise<void> {
  const file = await openPackage(bytes)
  const slides = inNumberOrder(file.names, /^ppt\/slides\/slide(\d+)\.xml$/u)
  if (slides.length === 0)
    throw new NotRead('No slide is left in the file.', 'Open it in PowerPoint and save it again.')
  finding.pageCount(slides.length)
  for (const [index, name] of slides.entries()) await readSlide(file, name, `Slide ${index + 1}`, finding)
  for (const name of inNumberOrder(file.names, /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/u)) {
    const text = textOf((await file.text(name)) ?? '')
    if (!text) continue
    finding.page('Speaker notes', text)
    finding.hides('notes', text)
  }
  for (const name of file.names.filter((one) => /^ppt\/comments\/.*\.xml$/u.test(one))) {
    const text = textOf((await file.text(name)) ?? '', /^(?:p|p188):(?:text|txBody)$|^a:t$/u)
    finding.hides('comments', text || 'a comment')
  }
  await findCommon(file, finding)
}

async function readSlide(file: Package, name: string, label: string, finding: Finding): Promise<void> {
  const xml = await file.text(name)
  if (xml === null) return finding.lacks(`${label} is damaged.`)
  finding.page(label, textOf(xml))
  walkXml(xml, {
    onOpen: ({ name: element, attributes }) => {
      if (element === 'p:sld' && attributes['show'] === '0') finding.hides('hiddenSlide', label)
      if (element === 'a:srcRect' && Object.values(attributes).some((cut) => cut !== '0'))
        finding.hides('croppedImage', `${label}: the cut-off part of a picture is still in the file`)
    },
  })
}

/** The words of a slide, a line for each paragraph. */
function textOf(xml: string, element = /^a:t$/u): string {
  const pieces: string[] = []
  let depth = 0
  if (xml)
    walkXml(xml, {
      onOpen: ({ name }) => void (element.test(name) && (depth += 1)),
      onClose: (name) => {
        if (element.test(name)) depth -= 1
        if (name === 'a:p') pieces.push('\n')
      },
      onText: (text) => void (depth > 0 && pieces.push(text)),
    })
  return pieces.join('').trim()
}

/** Names that end in a number, in the order of those numbers. */
function inNumberOrder(names: readonly string[], pattern: RegExp): readonly string[] {
  return names
    .flatMap((name) => {
      const number = pattern.exec(name)?.[1]
      return number ? [{ name, number: Number(number) }] : []
    })
    .toSorted((a, b) => a.number - b.number)
    .map(({ name }) => name)
}
