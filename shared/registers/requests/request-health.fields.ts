import { choice, day, line, passage, yesNo } from '#shared/described/field.ts'

/** Health data in what would be released, and what opens the gate for it. */
export const HEALTH_FIELDS = {
  healthData: yesNo('Is there health data?', {
    hint: 'Physical or mental health, and the care given for it. Documents typed as health records count whatever is said here.',
    citation: 'DPA 2018 s.205(1), Sch 3 para 6',
  }),
  healthController: yesNo('Is the controller a health professional?', {
    hint: 'A person, not an organisation that employs some. When in doubt: no.',
    citation: 'DPA 2018 s.204, Sch 3 para 6',
  }),
  healthOpinionBy: line('Health professional asked', {
    hint: 'The one who is or was last responsible for the care, or else one with the experience to advise.',
    citation: 'DPA 2018 Sch 3 para 2',
  }),
  healthOpinionProfession: choice(
    'Profession',
    [
      { value: 'doctor', label: 'Doctor or dentist' },
      { value: 'nurse', label: 'Nurse, midwife or health visitor' },
      { value: 'psychologist', label: 'Psychologist registered with the HCPC' },
      { value: 'psychotherapist', label: 'Child psychotherapist' },
      { value: 'otherHealth', label: 'Another health profession' },
      {
        value: 'socialWorker',
        label: 'Social worker',
        hint: 'No health professional in law: does not open the gate.',
      },
    ],
    { citation: 'DPA 2018 s.204' },
  ),
  healthOpinionOn: day('Opinion given on', {
    hint: 'It counts for six months, ending with the day of release.',
    citation: 'DPA 2018 Sch 3 para 6',
  }),
  healthOpinionSays: choice(
    'What the opinion says',
    [
      { value: 'notMet', label: 'Serious harm is not likely: may be disclosed' },
      { value: 'met', label: 'Serious harm is likely: must be withheld' },
    ],
    { citation: 'DPA 2018 Sch 3 paras 5-6' },
  ),
  healthKnown: passage('Already seen or known', {
    hint: 'Only where the person has seen all of the health data or knows it: say how that is known.',
    citation: 'DPA 2018 Sch 3 para 6',
  }),
  isScheduleThreeBody: yesNo('May the controller rely on serious harm in social work?', {
    hint: 'Local authorities for their social services, the NSPCC and designated bodies, CAFCASS and some others.',
    citation: 'DPA 2018 Sch 3 para 8',
  }),
}
