/** A fingerprint in groups of four, as people compare it by eye. */
export function inFours(fingerprint: string): string {
  return fingerprint.replaceAll(/(.{4})(?=.)/gu, '$1 ')
}
