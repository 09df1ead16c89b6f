import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { known } from '#shared/answer.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { Activity, newActivity } from '#shared/registers/activities/activity.schema.ts'
import { newPurpose } from '#shared/registers/activities/activity.parts.ts'
import { newOrganisation, Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { newTerm, type Term, TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { noDescribedRecords, type RegisterContent, type Stamp } from '#shared/records/register-content.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const run = promisify(execFile)

/** The outcome of a program, as text. */
export async function runTool(tool: string, args: readonly string[], cwd?: string): Promise<string> {
  const { stdout } = await run(tool, [...args], { cwd, maxBuffer: 256 * 1024 * 1024 })
  return stdout
}

/** Whether a program is installed here; tests that need it as a second opinion are skipped without it. */
export function hasTool(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, tool)))
}

/** A folder of its own for one test, gone when the test ends. */
export async function workFolder(): Promise<
  AsyncDisposable & { path: (name: string) => string; folder: string }
> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-reports-'))
  return {
    folder,
    path: (name) => join(folder, name),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Test material that lies beside the project, where there is any. */
export const CORPORA = resolve(import.meta.dirname, '../../../shared/corpora')
export const hasCorpora = existsSync(CORPORA)

/** Strings that have broken programs before: formulas, names, and the list of naughty strings. */
export function naughtyStrings(): readonly string[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(CORPORA, 'injection', path), 'utf8'))
  const names = (read('names.json') as { name: string }[]).map(({ name }) => name)
  return [...(read('formula-cells.json') as string[]), ...names, ...(read('blns/blns.json') as string[])]
}

export const STAMP: Stamp = {
  registerName: 'Northgate',
  registerId: '0192f0aa-0000-7000-8000-000000000001',
  madeAt: Instant.parse('2026-11-22T14:02:30.123Z'),
  asAt: null,
  chain: { seq: 412, head: '0123456789abcdef'.repeat(4) },
}

const term = (vocabulary: Term['vocabulary'], name: string) =>
  newTerm(TermId.parse(`term-${name}`), vocabulary, name)

export const TERMS = {
  children: term('people', 'Children in care'),
  health: { ...term('data', 'Health records'), dataClass: 'special' as const },
  contact: term('data', 'Contact details'),
  court: term('recipients', 'The family court'),
  host: term('recipients', 'Hosting provider'),
  files: { ...term('systems', 'Locked cabinet'), medium: 'paper' as const, location: 'Office 2' },
  policy: term('measures', 'Access by role'),
  act: term('statutes', 'Children Act 1989'),
  fostering: term('functions', 'Fostering'),
}

/** An organisation of our own by name. */
export function anOrganisation(
  id: string,
  legalName: string,
  changes: Partial<Organisation> = {},
): Organisation {
  return Organisation.parse({
    ...newOrganisation(Organisation.shape.id.parse(id), legalName, 'own'),
    ...changes,
  })
}

/** An activity by name of which nothing else is known but what is given. */
export function anActivity(id: string, name: string, changes: Partial<Activity> = {}): Activity {
  return Activity.parse({ ...newActivity(Activity.shape.id.parse(id), name), ...changes })
}

/** An activity with something in every field. */
export function aFullActivity(): Activity {
  const day = PlainDate.parse('2027-01-05')
  return anActivity('full', 'Assess foster carers', {
    reference: 'F-1',
    description: 'Assessment and review of carers.',
    organisationId: Organisation.shape.id.parse('org'),
    functionId: TERMS.fostering.id,
    status: 'approved',
    owner: 'Head of Fostering',
    reviewOn: day,
    purposes: [
      {
        ...newPurpose('p1', 'To approve carers'),
        basis: known('6-1-c'),
        statuteIds: [TERMS.act.id],
        article9: ['9-2-g'],
        schedule1: ['SCH1-18'],
        policyDocument: known({ reference: 'APD 4', assessedOn: day }),
      },
      {
        ...newPurpose('p2', 'To tell carers about training'),
        basis: known('6-1-f'),
        legitimateInterest: 'A trained pool of carers',
        legitimateInterestsAssessment: known({ reference: 'LIA 2', assessedOn: day }),
      },
    ],
    peopleIds: [TERMS.children.id],
    data: [
      {
        id: 'd1',
        categoryId: TERMS.health.id,
        dataClass: 'special',
        peopleIds: [],
        sourceIds: [],
        retention: known({
          trigger: 'End of service',
          period: { amount: 6, unit: 'years' },
          criterion: '',
          fate: 'erase',
          authority: 'Retention schedule 3',
        }),
        onlyIf: 'the contract asks for it',
        note: '',
      },
    ],
    disclosures: [
      {
        id: 'x1',
        recipientId: TERMS.host.id,
        capacity: 'processor',
        purpose: 'Hosting',
        agreement: known('Contract 9'),
        onlyIf: '',
      },
    ],
    destinations: known([
      {
        id: 't1',
        place: 'Ireland',
        recipientId: TERMS.host.id,
        mechanism: known('ADEQUACY'),
        safeguards: known('Regulations'),
        note: '',
      },
    ]),
    systemIds: [TERMS.files.id],
    measureIds: [TERMS.policy.id],
    automatedDecisions: known({ kind: 'none', profiling: false, explanation: '', reviewOn: null }),
    dpia: known({ needed: true, progress: 'completed', reference: 'DPIA 7', reason: 'Children' }),
    retentionPolicy: known({ document: 'Policy 12', followed: true, reasonsIfNot: '' }),
    breaches: known({ occurred: false, reference: '' }),
  })
}

/** A small register with the given activities. */
export function aRegister(
  activities: readonly Activity[],
  organisations?: readonly Organisation[],
): RegisterContent {
  return {
    activities,
    organisations: organisations ?? [
      anOrganisation('org', 'Northgate Fostering Ltd', { address: '1 High Street\nLeeds' }),
    ],
    contracts: [],
    terms: Object.values(TERMS),
    settings: DEFAULT_SETTINGS,
    described: noDescribedRecords(),
  }
}
