import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#shared/time/instant.ts'

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50

/** A zip whose entries all bear one time, so that the same content is the same bytes; the buffer itself is changed. */
export function withFixedTimes(zip: Buffer, at: Instant): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new Error('The spreadsheet is not a zip file.')
  const stamp = dosTime(at)
  let place = zip.readUInt32LE(end + 16)
  for (let entry = 0; entry < zip.readUInt16LE(end + 10); entry += 1) {
    const local = zip.readUInt32LE(place + 42)
    if (zip.readUInt32LE(place) !== CENTRAL_HEADER || zip.readUInt32LE(local) !== LOCAL_HEADER)
      throw new Error('The spreadsheet is not laid out as a zip file should be.')
    zip.writeUInt32LE(stamp, place + 12)
    zip.writeUInt32LE(stamp, local + 10)
    place += 46 + zip.readUInt16LE(place + 28) + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32)
  }
  return zip
}

/** A moment as zip files keep it: two seconds fine, since 1980. */
function dosTime(at: Instant): number {
  const { year, month, day, hour, minute, second } = Temporal.Instant.from(at).toZonedDateTimeISO('UTC')
  const date = ((Math.max(year, 1980) - 1980) << 9) | (month << 5) | day
  const time = (hour << 11) | (minute << 5) | (second >> 1)
  return ((date << 16) | time) >>> 0
}
