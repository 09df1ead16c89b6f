/**
 * Why something is held back, in a sentence that the person can be told; our words, not the law’s. An exemption that
 * is not named here is told by its label.
 *
 * @source DPA 2018 Sch 2, Sch 3, Sch 4
 */
const PLAIN_REASONS: Readonly<Record<string, string>> = {
  'TP-16': 'Some of it is about other people, who have a right to privacy too.',
  'CT-2': 'Giving it to you would be likely to harm the prevention or investigation of crime.',
  'CT-3':
    'Giving it to you would be likely to harm a system that assesses the risk of crime or of unpaid tax.',
  'IM-4': 'Giving it to you would be likely to harm immigration control.',
  'LR-5-1': 'The law makes this information public in another way.',
  'LR-5-3': 'It is needed for legal proceedings or legal advice.',
  'PF-7': 'Giving it to you would be likely to harm work that protects the public.',
  'AU-8': 'Giving it to you would be likely to harm an audit.',
  'RF-10': 'Giving it to you would be likely to harm how a complaint is looked into.',
  'RF-11': 'Giving it to you would be likely to harm the work of a regulator.',
  'JU-14': 'It is about judges or the work of a court.',
  'LPP-19': 'It is confidential between us and our lawyers.',
  'SI-20': 'Giving it to you could show that an offence was committed.',
  'MF-22': 'It is about plans that giving it to you would be likely to harm.',
  'NE-23': 'It is about what we intend in talks with you, which giving it to you would be likely to harm.',
  'CR-24': 'It is a reference given in confidence.',
  'EX-25A': 'It is what was written in an exam.',
  'JA-26': 'It is used for journalism, academic, artistic or literary work.',
  'RS-27': 'It is used for research or statistics only, and giving it to you would get in their way.',
  'AR-28': 'It is kept as an archive in the public interest, and giving it to you would get in its way.',
  'HE-3': 'It is health information that a court deals with.',
  'HE-4': 'It is health information that the person did not want to be passed on to whoever asks.',
  'HE-5': 'It is health information, and giving it out would be likely to cause serious harm.',
  'HE-6': 'It is health information, and a health professional has to be asked first.',
  'SW-9': 'It is social work information that a court deals with.',
  'SW-10': 'It is social work information that the person did not want to be passed on to whoever asks.',
  'SW-11': 'It is social work information, and giving it out would be likely to cause serious harm.',
  'SW-12': 'It came from the Principal Reporter, who has to be asked first.',
  'ED-18': 'It is education information that a court deals with.',
  'ED-19': 'It is education information, and giving it out would be likely to cause serious harm.',
  'ED-20': 'It came from the Principal Reporter, who has to be asked first.',
  'CA-21': 'It is about possible abuse of a child, and giving it out would not be best for the child.',
  'S4-2': 'The law on fertility treatment forbids it.',
  'S4-3': 'The law on adoption records forbids it.',
  'S4-4': 'The law on records of special educational needs forbids it.',
  'S4-5': 'The law on parental orders forbids it.',
  'S4-6': 'The law on children’s hearings forbids it.',
}

/** The sentence that tells a person why an exemption applies; undefined where there is none. */
export function plainReason(code: string): string | undefined {
  return PLAIN_REASONS[code]
}
