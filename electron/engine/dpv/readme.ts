import { DPV_VERSION, NAMESPACES } from '#shared/dpv/names.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import { formatInstant } from '#shared/time/plain-date.ts'

/** What a person who opens an export in the Data Privacy Vocabulary needs to know first. */
export function dpvReadme(stamp: Stamp, counts: Readonly<Record<string, number>>): string {
  return [
    'REGISTER OF PROCESSING ACTIVITIES IN THE DATA PRIVACY VOCABULARY',
    '',
    `Register:    ${stamp.registerName.replaceAll(/\s+/gu, ' ')} (${stamp.registerId})`,
    `Made:        ${formatInstant(stamp.madeAt)} (${stamp.madeAt})`,
    `Revision:    ${stamp.chain.seq}`,
    `Chain head:  ${stamp.chain.head}`,
    '',
    'WHAT IS IN IT',
    '',
    'register.jsonld  the register as JSON-LD; its context is in it, so nothing is fetched to read it',
    'context.jsonld   the same context as a file of its own',
    'dpo-uk.ttl       the terms of the law of the United Kingdom that the vocabulary lacks, each with its source',
    'shapes.ttl       what register.jsonld has to look like (SHACL)',
    '',
    'Things told:',
    ...Object.entries(counts).map(([kind, count]) => `    ${kind}: ${count}`),
    '',
    'WHAT IS NOT IN IT',
    '',
    'Nothing about people whose data is used: of rights requests and breaches only kinds, days, numbers and',
    'outcomes, no text that somebody typed. No names of contacts, owners or officers, no evidence, no notes.',
    'Names of activities, purposes, organisations and words of the library are told as they were typed.',
    '',
    'WHERE THE TERMS COME FROM',
    '',
    `The Data Privacy Vocabulary (${DPV_VERSION}) is a work of the W3C Data Privacy Vocabularies and Controls`,
    'Community Group. A basis of the UK GDPR is not the one of the EU GDPR: the extension names its own and says which',
    'term is close to it. The extension is published at no address; its name is',
    `${NAMESPACES.dpouk}`,
    '',
    'HOW TO CHECK IT',
    '',
    'The archive is a BagIt 1.0 bag (RFC 8493). Any BagIt tool checks it; verify.html does in a browser. By hand, in',
    'the folder above this one:',
    '',
    '    sha256sum -c manifest-sha256.txt',
    '',
    'Any SHACL tool holds register.jsonld against shapes.ttl; both are read without the network.',
    '',
  ].join('\r\n')
}
