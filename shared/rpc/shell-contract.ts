import { z } from 'zod'
import { DueCounts } from '#shared/registers/today/due-notice.ts'

const Path = z.string().min(1).max(4096)
const ChosenPath = z.object({ path: Path.nullable() })
const ChosenPaths = z.object({ paths: z.array(Path).max(1000) })
const nothing = z.strictObject({})
const done = z.object({})

/** Files the program writes; `any` keeps the ending that the name has. */
export const SaveKind = z.enum(['pdf', 'docx', 'xlsx', 'csv', 'json', 'zip', 'svg', 'ics', 'txt', 'any'])
export type SaveKind = z.infer<typeof SaveKind>

/** Pages on the web that the program may offer to open in the person's browser; nothing else can be opened. */
export const LINKS = {
  'ico-home': 'https://ico.org.uk/',
  'ico-fee-register': 'https://ico.org.uk/ESDWebPages/Search',
  'ico-documentation':
    'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/accountability-and-governance/documentation/',
  'ico-lawful-basis': 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/lawful-basis/',
  'uk-gdpr': 'https://www.legislation.gov.uk/eur/2016/679/contents',
  'dpa-2018': 'https://www.legislation.gov.uk/ukpga/2018/12/contents',
} as const
export const LinkId = z.enum(Object.keys(LINKS) as [keyof typeof LINKS, ...(keyof typeof LINKS)[]])
export type LinkId = z.infer<typeof LinkId>

/** A register opened before on this machine: its path only. */
export const RecentRegister = z.object({ path: Path, name: z.string(), isThere: z.boolean() })
export type RecentRegister = z.infer<typeof RecentRegister>

/** What the title area, the About box and the status bar tell about the program itself. */
export const RuntimeInfo = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  platform: z.string(),
  /** False for the evaluation runtime, which is out of support. */
  supported: z.boolean(),
  packaged: z.boolean(),
  /** Network connections since the start: refused ones were asked for and stopped, made ones went out. */
  connections: z.object({ made: z.int(), refused: z.int() }),
})
export type RuntimeInfo = z.infer<typeof RuntimeInfo>

/** The few calls that the shell answers, because only it has the dialogs and the desktop. */
export const shellContract = {
  /** Asks for a register (a folder `Name.dpo`) to open; `path` is null when the person turned back. */
  'shell.chooseRegisterToOpen': { input: nothing, output: ChosenPath },
  /** Asks where a new register shall stand; `.dpo` is added when missing. */
  'shell.chooseNewRegister': {
    input: z.strictObject({ suggestedName: z.string().max(120) }),
    output: ChosenPath,
  },
  /** Asks where a file shall be saved; the ending is added when missing. */
  'shell.chooseSavePath': {
    input: z.strictObject({ suggestedName: z.string().max(200), kind: SaveKind }),
    output: ChosenPath,
  },
  /** Asks for a file to read; a `table` is a CSV, TSV or text file or an Excel workbook. */
  'shell.chooseFile': {
    input: z.strictObject({ kind: z.enum(['csv', 'xlsx', 'json', 'zip', 'table']) }),
    output: ChosenPath,
  },
  /** Asks for files of any type to read, several at once; none when the person turned back. */
  'shell.chooseFiles': { input: nothing, output: ChosenPaths },
  /** Asks for a folder to read from, with all that is in it. */
  'shell.chooseFolderToRead': { input: nothing, output: ChosenPath },
  /** The files the person last let fall on a place that takes files, once; folders among them are refused by name, unless they are wanted too. */
  'shell.takeDropped': {
    input: z.strictObject({ withFolders: z.boolean().optional() }),
    output: ChosenPaths.extend({ refused: z.array(z.string()) }),
  },
  /** Asks for a folder to write into. */
  'shell.chooseFolder': { input: nothing, output: ChosenPath },
  /** Registers used before, the latest first. */
  'shell.recentRegisters': { input: nothing, output: z.array(RecentRegister) },
  /** Puts a register the person chose at the top of the recent ones. */
  'shell.rememberRegister': { input: z.strictObject({ path: Path }), output: done },
  'shell.forgetRecent': { input: z.strictObject({ path: Path }), output: done },
  /** Shows a file the person chose in the desktop's file manager. */
  'shell.reveal': { input: z.strictObject({ path: Path }), output: done },
  /** Shows the address, and opens it in the browser only when the person says so. */
  'shell.openLink': { input: z.strictObject({ id: LinkId }), output: z.object({ opened: z.boolean() }) },
  'shell.runtimeInfo': { input: nothing, output: RuntimeInfo },
  /** Writes text the window made (a diagram) to a path the person chose. */
  'shell.saveText': {
    input: z.strictObject({ path: Path, text: z.string().max(20_000_000) }),
    output: done,
  },
  /** Tells through the desktop how much is due: numbers alone cross, so that no notice can name a person. */
  'shell.tellDue': { input: DueCounts, output: z.object({ shown: z.boolean() }) },
  /** Dark, light, or as the system has it: for the native parts. */
  'shell.setTheme': { input: z.strictObject({ theme: z.enum(['light', 'dark', 'system']) }), output: done },
} as const

export type ShellContract = typeof shellContract
export type ShellProcedureName = keyof ShellContract
export type ShellInput<P extends ShellProcedureName> = z.input<ShellContract[P]['input']>
export type ShellOutput<P extends ShellProcedureName> = z.output<ShellContract[P]['output']>
