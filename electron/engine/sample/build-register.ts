import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { ContractId } from '#shared/registers/contracts/contract.schema.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { TermId, VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { ActivitiesFile } from './activity.format.ts'
import { buildActivity } from './build-activity.ts'
import { buildDescribed, type DescribedFiles } from './build-described.ts'
import { buildContract, buildOrganisation, buildTerm } from './build-records.ts'
import { ContractsFile, OrganisationsFile, VocabularyFile } from './sample.format.ts'
import { type Directories, directoryOf } from './sample-names.ts'

/** What `buildRegister` reads: files not yet checked, those on activities by name. */
export type SampleFiles = {
  readonly vocabulary: unknown
  readonly organisations: unknown
  readonly contracts: unknown
  readonly activities: Readonly<Record<string, unknown>>
  readonly described: DescribedFiles
}

/** Makes records of files typed by hand: every file is checked, every name resolved, every record parsed by its schema. */
export function buildRegister(files: SampleFiles): RegisterContent {
  const checked = readFiles(files)
  const find = directoriesOf(checked)
  return {
    organisations: checked.organisations.map((given) => buildOrganisation(given, find)),
    contracts: checked.contracts.map((given) => buildContract(given, find)),
    activities: checked.activityFiles.flatMap((file) =>
      file.activities.map((given) => buildActivity(given, file, find)),
    ),
    terms: VocabularyName.options.flatMap((list) =>
      checked.vocabulary[list].map((given) => buildTerm(list, given, find)),
    ),
    settings: DEFAULT_SETTINGS,
    described: buildDescribed(files.described, find),
  }
}

type CheckedFiles = ReturnType<typeof readFiles>

function readFiles(files: SampleFiles) {
  return {
    vocabulary: readFile('vocabulary.json', VocabularyFile, files.vocabulary),
    ...readFile('organisations.json', OrganisationsFile, files.organisations),
    ...readFile('contracts.json', ContractsFile, files.contracts),
    activityFiles: Object.entries(files.activities).map(([name, json]) => ({
      name,
      ...readFile(name, ActivitiesFile, json),
    })),
  }
}

function readFile<Schema extends z.ZodType>(file: string, schema: Schema, json: unknown): z.output<Schema> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  throw new AppError('bug', `The sample file ${file} cannot be read: ${issues}`, { cause: parsed.error })
}

function directoriesOf({ vocabulary, organisations, contracts, activityFiles }: CheckedFiles): Directories {
  const terms = VocabularyName.options.flatMap((list) =>
    vocabulary[list].map(({ name }) => `${list}/${name}`),
  )
  const references = activityFiles.flatMap(({ activities }) => activities.map(({ reference }) => reference))
  const dataClasses = new Map(vocabulary.data.map(({ name, dataClass }) => [name, dataClass]))
  return {
    term: directoryOf('vocabulary', TermId, terms),
    organisation: directoryOf(
      'organisations',
      OrganisationId,
      organisations.map(({ legalName }) => legalName),
    ),
    contract: directoryOf(
      'contracts',
      ContractId,
      contracts.map(({ name }) => name),
    ),
    activity: directoryOf('activities', ActivityId, references),
    dataClass: (category) => dataClasses.get(category) ?? 'ordinary',
  }
}
