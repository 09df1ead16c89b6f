/** A number with what is counted: "1 file", "3,110 pages", "2 searches". */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`
}
