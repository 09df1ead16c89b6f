import { PSTFile, type PSTAttachment, type PSTFolder, type PSTMessage } from 'pst-extractor'
import type { Finding, Given } from '../../finding.ts'
import { shown } from '#shared/shown.ts'
import { writeMail } from './write-mail.ts'

/** Reads an Outlook data file: every message in every folder becomes a file of its own. */
export async function readPst({ bytes }: Given, finding: Finding): Promise<void> {
  const file = new PSTFile(bytes)
  const folders: string[] = []
  for await (const { path, message, number } of messagesIn(file.getRootFolder(), '')) {
    if (!folders.includes(path)) folders.push(path)
    const name = `${path}/message ${number}.eml`
    try {
      await finding.holds(shown(name), 'message', writeMail(mailOf(message)))
    } catch {
      finding.lacks(`${shown(name)} is damaged.`)
      await finding.holds(shown(name), 'message', null)
    }
  }
  finding.fact('Folders', folders.map(shown).join(', '))
}

type Found = { readonly path: string; readonly message: PSTMessage; readonly number: number }

async function* messagesIn(folder: PSTFolder, above: string): AsyncGenerator<Found> {
  const path = [above, folder.displayName].filter(Boolean).join('/')
  if (folder.contentCount > 0) {
    let number = 0
    for (let child = folder.getNextChild(); child; child = folder.getNextChild()) {
      number += 1
      yield { path, message: child as PSTMessage, number }
    }
  }
  if (folder.hasSubfolders) for (const inner of folder.getSubFolders()) yield* messagesIn(inner, path)
}

function mailOf(message: PSTMessage) {
  const attachments = Array.from({ length: message.numberOfAttachments }, (_, index) =>
    message.getAttachment(index),
  )
  return {
    heads: {
      From: [message.senderName, message.senderEmailAddress && `<${message.senderEmailAddress}>`]
        .filter(Boolean)
        .join(' '),
      To: message.displayTo,
      Cc: message.displayCC,
      Bcc: message.displayBCC,
      Date: message.clientSubmitTime?.toUTCString() ?? '',
      Subject: message.subject,
    },
    text: message.body,
    html: message.bodyHTML,
    attachments: attachments.map((attachment, index) => ({
      name: attachment.longFilename || attachment.filename || `attachment ${index + 1}`,
      bytes: bytesOf(attachment),
    })),
  }
}

function bytesOf(attachment: PSTAttachment): Buffer {
  const inner = attachment.embeddedPSTMessage
  if (inner) return writeMail(mailOf(inner))
  const stream = attachment.fileInputStream
  if (!stream) return Buffer.alloc(0)
  const bytes = Buffer.alloc(Number(stream.length))
  stream.readCompletely(bytes)
  return bytes
}
