/** The folder inside the zip of an incident bundle that is the bag. */
export const INCIDENT_FOLDER = 'incident-bundle'

/** What kind of archive an incident bundle is, as `bag-info.txt` names it. */
export const INCIDENT_PROFILE = 'DPO Workbench incident bundle, version 1'

/** Where a bundle keeps what is checked again when it is verified. */
export const INCIDENT_FILES = {
  /** The breach exactly as its last revision holds it. */
  record: 'data/record.json',
  /** What was kept for good, each list again in a file of its own. */
  decisions: 'data/decisions/decisions.json',
  reports: 'data/reports/reports.json',
  notices: 'data/letters/letters.json',
  /** The revisions of this breach, each with the link before it. */
  revisions: 'data/revisions-of-this-breach.jsonl',
  /** Which attached file lies where. */
  evidence: 'data/evidence/evidence.json',
} as const
