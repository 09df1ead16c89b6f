import type { Finding } from '../../finding.ts'
import type { Package } from './package.ts'
import { walkXml } from './xml.ts'

const PROPERTIES: Readonly<Record<string, string>> = {
  'dc:title': 'Title',
  'dc:subject': 'Subject',
  'dc:creator': 'Author',
  'cp:lastModifiedBy': 'Last changed by',
  'cp:keywords': 'Keywords',
  'dc:description': 'Comments in the properties',
  'dcterms:created': 'Created',
  'dcterms:modified': 'Changed',
  Company: 'Company',
  Manager: 'Manager',
  'meta:initial-creator': 'Author',
  'meta:creation-date': 'Created',
  'dc:date': 'Changed',
}

/** What an office file says of itself, and what it carries beside its text. */
export async function findCommon(file: Package, finding: Finding): Promise<void> {
  const known: string[] = []
  for (const part of ['docProps/core.xml', 'docProps/app.xml', 'meta.xml'])
    for (const [label, text] of propertiesIn(await file.text(part))) {
      finding.fact(label, text)
      known.push(label)
    }
  if (known.length > 0) finding.hides('metadata', [...new Set(known)].join(', '), known.length)
  const has = (pattern: RegExp) => file.names.filter((name) => pattern.test(name))
  if (has(/thumbnail\.\w+$/iu).length > 0)
    finding.hides('thumbnail', 'A small picture of the first page as it once was')
  if (has(/vbaProject\.bin$|^Basic\//u).length > 0) finding.hides('macros', 'Macros, never run')
  const outside = await externalTargets(file)
  if (outside.length > 0) finding.hides('externalLinks', outside.slice(0, 10).join(', '), outside.length)
  await holdEmbedded(file, finding)
}

function propertiesIn(xml: string | null): ReadonlyArray<readonly [string, string]> {
  const found: [string, string][] = []
  let label = ''
  if (xml)
    walkXml(xml, {
      onOpen: ({ name }) => void (label = PROPERTIES[name] ?? ''),
      onClose: () => void (label = ''),
      onText: (text) => label && text.trim() && found.push([label, text.trim()]),
    })
  return found
}

async function externalTargets(file: Package): Promise<string[]> {
  const targets: string[] = []
  for (const name of file.names.filter((one) => one.endsWith('.rels'))) {
    const xml = await file.text(name)
    if (xml)
      walkXml(xml, {
        onOpen: ({ name: element, attributes }) => {
          if (element === 'Relationship' && attributes['TargetMode'] === 'External' && attributes['Target'])
            targets.push(attributes['Target'])
        },
      })
  }
  return targets
}

/** Files and pictures inside; each becomes a file of its own. */
async function holdEmbedded(file: Package, finding: Finding): Promise<void> {
  const inside = file.names.filter((name) => /(?:^|\/)(?:embeddings|media|Pictures)\/[^/]+$/u.test(name))
  const objects = inside.filter((name) => name.includes('embeddings/'))
  if (objects.length > 0) finding.hides('embedded', `${objects.length} embedded files`, objects.length)
  for (const name of inside) {
    const bytes = await file.bytes(name)
    const short = name.split('/').at(-1)!
    if (!bytes) finding.lacks(`${short} inside it is damaged.`)
    await finding.holds(short, 'embedded', bytes)
  }
}
