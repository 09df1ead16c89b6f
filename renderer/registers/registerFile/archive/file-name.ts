/** The name of a file without the folders it lies in. */
export const fileNameOf = (path: string) => path.split(/[\\/]/u).at(-1) ?? path
