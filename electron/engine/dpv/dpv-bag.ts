/** The folder inside the zip of an export in the Data Privacy Vocabulary that is the bag. */
export const DPV_FOLDER = 'dpv-export'

/** What kind of archive it is, as `bag-info.txt` names it. */
export const DPV_PROFILE = 'DPO Workbench DPV export, version 1'

/** Where such an export keeps what is checked again when it is verified. */
export const DPV_FILES = {
  readme: 'data/README.txt',
  register: 'data/register.jsonld',
  context: 'data/context.jsonld',
  extension: 'data/dpo-uk.ttl',
  shapes: 'data/shapes.ttl',
} as const

/** The label of `bag-info.txt` that says how many things of each kind there are: "activities 3; purposes 5". */
export const DPV_COUNTS = 'Things'

/** Numbers of things as one line, in the order of their kinds. */
export function countsLine(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join('; ')
}
