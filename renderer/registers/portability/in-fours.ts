/** A fingerprint in groups of four, as people compare it. */
export function inFours(fingerprint: string): string {
  return fingerprint.match(/.{4}/gu)?.join(' ') ?? fingerprint
}
