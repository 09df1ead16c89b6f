import exifr from 'exifr'
import { detect } from '../detect.ts'
import { NotRead } from '../finding.ts'
import { decodeBmp } from './bmp.ts'
import { flatPicture } from './flat-picture.ts'
import { readJpegHead } from './jpeg.ts'
import { believable, checkSize, damaged } from './limits.ts'
import { decodePng } from './png.ts'
import { decodeTiff } from './tiff.ts'
import { type PdfPicture, writePicturesPdf } from './write-pdf.ts'

/** Which pictures only the recogniser can open: it makes a PNG of them first. */
const TO_CONVERT: ReadonlySet<string> = new Set(['webp', 'gif'])

/** What came of a picture: a PDF of it, or that it has to be made into a PNG first. */
export type MadeOfPicture = { readonly pdf: Uint8Array } | 'convert'

/** A picture as a PDF of the same picture, upright; throws `NotRead`. */
export async function pdfOfPicture(name: string, bytes: Buffer): Promise<MadeOfPicture> {
  const type = await detect({ name, bytes, password: null })
  if (TO_CONVERT.has(type)) return 'convert'
  try {
    return { pdf: writePicturesPdf(await picturesOf(type, bytes)) }
  } catch (error) {
    // What a decoder says may quote the picture; that it is damaged is all there is to tell.
    throw error instanceof NotRead ? error : damaged()
  }
}

async function picturesOf(type: string, bytes: Buffer): Promise<PdfPicture[]> {
  switch (type) {
    case 'jpg':
      return [await jpegPicture(bytes)]
    case 'png':
      return [flatPicture(decodePng(bytes), await orientationOf(bytes))]
    case 'bmp':
      return [flatPicture(decodeBmp(bytes))]
    case 'tif': {
      const pages = [...flatPages(bytes)]
      if (pages.length === 0) throw damaged()
      return pages
    }
    default:
      throw new NotRead(
        type === 'heic' || type === 'avif'
          ? 'Pictures of this kind (HEIC, from iPhones) cannot be shown here.'
          : 'Pictures of this kind cannot be shown here.',
        'Open it in a program for pictures, save it as JPEG, and bring that in.',
      )
  }
}

function* flatPages(bytes: Buffer): Generator<PdfPicture> {
  for (const page of decodeTiff(bytes)) yield flatPicture(page, page.orientation)
}

const SPACES: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }

/** A JPEG goes into the PDF byte for byte. */
async function jpegPicture(bytes: Buffer): Promise<PdfPicture> {
  const head = readJpegHead(bytes)
  const space = head && SPACES[head.components]
  if (!head || !space)
    throw new NotRead(
      'The JPEG is of a rare kind that cannot be shown here.',
      'Open it in a program for pictures, save it as JPEG again, and bring that in.',
    )
  const { width, height, components, isInverted, dpi } = head
  checkSize(width, height)
  const decode = components === 4 && isInverted ? ' /Decode [1 0 1 0 1 0 1 0]' : ''
  return {
    width,
    height,
    data: bytes,
    entries: `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode${decode}`,
    orientation: await orientationOf(bytes),
    dpi: believable(dpi),
  }
}

/** How the camera was held, as Exif numbers it; upright where it does not say. */
async function orientationOf(bytes: Buffer): Promise<number> {
  const found = await exifr.orientation(bytes).catch(() => undefined)
  return found !== undefined && found >= 1 && found <= 8 ? found : 1
}
