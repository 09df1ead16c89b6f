import yauzl from 'yauzl'

/** What is in a zip, without the one folder that holds everything. */
export async function unzipped(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = await filesOf(await yauzl.openPromise(path))
  return new Map([...files].map(([name, bytes]) => [name.slice(name.indexOf('/') + 1), bytes]))
}

/** What is in a zip that is held in memory, by whole names. */
export const unzippedBytes = async (bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> =>
  filesOf(await yauzl.fromBufferPromise(bytes))

async function filesOf(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    files.set(entry.fileName, Buffer.concat(pieces))
  }
  return files
}
