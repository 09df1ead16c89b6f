import type { Finding, Given } from './finding.ts'
import { readAddressCards, readCalendar } from './kinds/calendar.ts'
import { readHtml } from './kinds/html.ts'
import { readImage } from './kinds/image.ts'
import { readDoc } from './kinds/legacy/doc.ts'
import { readOleObject } from './kinds/legacy/ole-object.ts'
import { readPpt } from './kinds/legacy/ppt.ts'
import { readXls } from './kinds/legacy/xls.ts'
import { readMail, readMailbox } from './kinds/mail.ts'
import { readDocx } from './kinds/office/docx.ts'
import { readEncrypted } from './kinds/office/encrypted.ts'
import { readOpenDocument } from './kinds/office/open-document.ts'
import { readPptx } from './kinds/office/pptx.ts'
import { readXlsx } from './kinds/office/xlsx.ts'
import { readMsg } from './kinds/outlook/msg.ts'
import { readTnef } from './kinds/outlook/tnef.ts'
import { readPst } from './kinds/outlook/pst.ts'
import { readPdf } from './kinds/pdf/read-pdf.ts'
import { readRtf } from './kinds/rtf.ts'
import { readTar, readGzip } from './kinds/tar.ts'
import { readPlainText } from './kinds/text.ts'
import { readZip } from './kinds/zip.ts'

/** Reads one file of a type into a finding; throws `NotRead` when nothing can be read. */
export type Reader = (given: Given, finding: Finding) => Promise<void>

/** The readers by the type that `detect` gives. */
export const READERS: Readonly<Record<string, Reader>> = {
  pdf: readPdf,
  docx: readDocx,
  docm: readDocx,
  doc: readDoc,
  xlsx: readXlsx,
  xlsm: readXlsx,
  xlsb: readXls,
  xls: readXls,
  pptx: readPptx,
  ppt: readPpt,
  odt: readOpenDocument,
  ods: readOpenDocument,
  'office-encrypted': readEncrypted,
  rtf: readRtf,
  eml: readMail,
  mhtml: readMail,
  mbox: readMailbox,
  msg: readMsg,
  pst: readPst,
  ics: readCalendar,
  vcf: readAddressCards,
  html: readHtml,
  svg: readHtml,
  xml: readPlainText,
  txt: readPlainText,
  csv: readPlainText,
  tsv: readPlainText,
  md: readPlainText,
  log: readPlainText,
  json: readPlainText,
  jpg: readImage,
  png: readImage,
  gif: readImage,
  webp: readImage,
  tif: readImage,
  heic: readImage,
  bmp: readImage,
  zip: readZip,
  tar: readTar,
  gz: readGzip,
  tnef: readTnef,
  'ole-object': readOleObject,
}
