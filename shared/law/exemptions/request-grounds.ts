import { FROM_MEMORY } from '../code-list.ts'
import { type Exemption, exemption } from './exemption.ts'

/**
 * Grounds that meet a whole request, the scope of the search, or what is not the person’s data at all.
 *
 * @source UK GDPR Art 4(1), Art 12, Art 12A, Art 15; DPA 2018 s.3
 */
export const REQUEST_GROUNDS: readonly Exemption[] = [
  exemption(
    'MU-12-5',
    'request',
    'Manifestly unfounded request',
    'UK GDPR Art 12(5)',
    'whole request',
    'Refuse or charge a reasonable fee; controller must show it.',
  ),
  exemption(
    'ME-12-5',
    'request',
    'Manifestly excessive request',
    'UK GDPR Art 12(5)',
    'whole request',
    'As above; repetition is the usual case.',
  ),
  exemption(
    'RP-15-1A',
    'search',
    'Outside a reasonable and proportionate search',
    'UK GDPR Art 15(1A); DUAA s.78',
    'Art 15(1)',
    'Treated as in force since 1 January 2024. Not an exemption: limits what must be looked for. Record scope, volume, difficulty and reason.',
  ),
  exemption(
    'ID-12-6',
    'request',
    'Identity not confirmed',
    'UK GDPR Art 12(6); Art 12A(2)(b)',
    'timing',
    'Only where there are reasonable doubts. Controller may delay until confirmed; time runs from receipt of what was asked for.',
  ),
  exemption(
    'OS-PD',
    'scope',
    'Not the requester’s personal data',
    'UK GDPR Art 4(1)',
    '',
    'Working code for redaction, not an exemption.',
    null,
    FROM_MEMORY,
  ),
  exemption(
    'OS-DUP',
    'scope',
    'Duplicate of something already disclosed',
    'UK GDPR Art 15',
    '',
    'Working code; right is to a copy of the data, not of each document.',
    null,
    FROM_MEMORY,
  ),
  exemption(
    'OS-DEC',
    'scope',
    'About a person who has died',
    'DPA 2018 s.3(2)-(3)',
    '',
    'Data protection covers living individuals only; confidentiality may still apply.',
  ),
]
