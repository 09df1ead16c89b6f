const UNPACK =
  'Unpack it with the program it was made with or with 7-Zip, and read the folder that comes out of it.'
const LISTEN = 'Play it, and write down what it says; or ask whoever made it for a transcript.'
const DRAWING = 'Open the document it stands in: it shows the drawing. Print that document as PDF.'
const OTHERWISE = 'Open it with the program it was made with, and save or print it as PDF.'

/** Types that are known and not read, with what a person can do about each. */
const UNREAD: ReadonlyArray<readonly [string, string]> = [
  ['7z rar xz bz2 zst lz lz4 cab arj ar rpm deb dmg iso lzh Z', UNPACK],
  ['mp3 m4a wav ogg oga opus flac aac amr aif wma mp4 m4v mov avi mkv webm wmv mpg 3gp ogv flv', LISTEN],
  ['emf wmf', DRAWING],
]

/** Why a type is not read, and what a person can do about it. */
export function unread(type: string): { readonly reason: string; readonly wayOut: string } {
  const known = UNREAD.find(([types]) => types.split(' ').includes(type))
  return {
    reason: `Files of this type (${type}) are not read by this program.`,
    wayOut: known?.[1] ?? OTHERWISE,
  }
}
