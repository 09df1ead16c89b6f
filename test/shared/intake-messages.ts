import type { IntakeField } from '#shared/registers/requests/intake/message-reading.ts'

/** A message as it was pasted, and what has to be proposed first for some fields; null: nothing may be. */
export type IntakeCase = {
  readonly about: string
  readonly message: string
  readonly first: { readonly [Field in IntakeField]?: string | number | null }
  readonly also?: readonly string[]
  readonly title: string
}

/** Messages as they reach five organisations in children's services; every name, number and address is invented. */
export const INTAKE_CASES: readonly IntakeCase[] = [
  {
    about: 'a mother for her son, pasted from Outlook',
    message: `From: Joanna Whitlock <jo.whitlock84@gmail.com>
Sent: 02 November 2026 21:47
To: DPO <dpo@polariscommunity.co.uk>
Subject: my son's records

Hi,

I am the mother of Callum Whitlock (dob 14/03/2015) who is placed with one of your foster families. I would like a copy of all the records you hold on him please since he came into care in 2021.

Kind regards
Joanna Whitlock
18 Mill Lane
Ashford
TN23 4QX`,
    first: {
      right: 'R-ACCESS',
      receivedOn: '2026-11-02',
      channel: 'email',
      requesterKind: 'parent',
      requesterName: 'Joanna Whitlock',
      personName: 'Callum Whitlock',
      personBorn: '2015-03-14',
      childAge: 11,
      personKind: 'child',
      scopeFrom: '2021-01-01',
      sendTo: '18 Mill Lane\nAshford\nTN23 4QX',
    },
    title: 'Access request, mother for her son, 2 Nov',
  },
  {
    about: 'a care leaver who names no right',
    message: `From: Reece Okafor <reece.okafor@hotmail.co.uk>
Sent: 18 October 2026 14:03
To: childrens.records@worcestershire.gov.uk
Subject: file

Hi there I was in foster care with you from 2006 to 2019 and I want to see my care file, everything you have on me. Reece`,
    first: {
      right: 'R-ACCESS',
      receivedOn: '2026-10-18',
      requesterKind: 'self',
      requesterName: 'Reece Okafor',
      personName: null,
      scopeFrom: '2006-01-01',
      scopeTo: '2019-12-31',
    },
    title: 'Access request, looked after children, 18 Oct',
  },
  {
    about: 'a solicitor with references',
    message: `From: Farrah Lindqvist <f.lindqvist@hartleypike-law.example>
Sent: Monday, November 9, 2026 4:12 PM
To: DPO@polariscommunity.co.uk
Subject: Subject Access Request - our client Mr Dominic Varley

Dear Sirs

Our ref: FL/2291/VAR
Your reference: FC-00412

We act for Mr Dominic Varley, date of birth 3 June 1979, a former foster carer. We enclose his signed letter of authority. Please treat this letter as a subject access request under Article 15 UK GDPR for copies of his assessments and annual reviews between January 2015 and March 2022.

Yours faithfully
Farrah Lindqvist`,
    first: {
      right: 'R-ACCESS',
      receivedOn: '2026-11-09',
      requesterKind: 'solicitor',
      requesterReference: 'FL/2291/VAR',
      caseNumbers: 'FC-00412',
      personName: 'Mr Dominic Varley',
      personBorn: '1979-06-03',
      childAge: null,
      scopeFrom: '2015-01-01',
      scopeTo: '2022-03-31',
    },
    title: 'Access request, solicitor for a client, 9 Nov',
  },
  {
    about: 'a mail forwarded inside the organisation a week later',
    message: `From: Duty Team <duty@polariscommunity.co.uk>
Sent: 10 November 2026 09:15
To: DPO <dpo@polariscommunity.co.uk>
Subject: FW: records

Hi, is this one for you? It has been sitting in our inbox. Thanks, Priya

From: Marlon Achebe <m.achebe@outlook.com>
Sent: 03 November 2026 19:20
To: Duty Team <duty@polariscommunity.co.uk>
Subject: records

Please can I have a copy of everything you hold about me.

Marlon Achebe`,
    first: {
      right: 'R-ACCESS',
      receivedOn: '2026-11-03',
      requesterKind: 'self',
      requesterName: 'Marlon Achebe',
    },
    title: 'Access request, 3 Nov',
  },
  {
    about: 'a forwarded mail from Gmail',
    message: `---------- Forwarded message ---------
From: Siobhan Tierney <siobhan.t@gmail.com>
Date: Thu, 5 Nov 2026 at 08:31
Subject: Data request
To: <info@home-start-ashford.example>

Dear Home-Start, my name is Siobhan Tierney. I'd like to know what information you hold about me and my two children from when our volunteer visited us.`,
    first: {
      right: 'R-ACCESS',
      receivedOn: '2026-11-05',
      requesterKind: 'self',
      requesterName: 'Siobhan Tierney',
    },
    title: 'Access request, 5 Nov',
  },
  {
    about: 'a request sent to the council first, who passed it on',
    message: `From: Information Governance <foi@somecouncil.gov.uk>
Sent: 12 November 2026 10:00
To: dpo@polariscommunity.co.uk
Subject: FW: SAR

Good morning, we think this one is for you as the provider.

From: Tomasz Lewandowski <tomasz@lewandowski.example>
Sent: 4 November 2026 12:00
To: foi@somecouncil.gov.uk
Subject: SAR

Subject access request: all records about me from my placement.
Tomasz`,
    first: { right: 'R-ACCESS', receivedOn: '2026-11-12' },
    title: 'Access request, 12 Nov',
  },
  {
    about: 'a message late at night by a clock elsewhere',
    message: `From: "Grace Adeyemi" <grace@adeyemi.example>
To: dpo@polariscommunity.co.uk
Date: Sat, 31 Oct 2026 23:30:00 -0400
Subject: DSAR

This is a DSAR for my personnel file. I worked for you from March 2018 to June 2023.`,
    first: {
      right: 'R-ACCESS',
      receivedOn: '2026-11-01',
      requesterKind: 'self',
      scopeFrom: '2018-03-01',
      scopeTo: '2023-06-30',
    },
    title: 'Access request, employees, 1 Nov',
  },
  {
    about: 'a young person for themselves',
    message: `From: Ellie <ellie.m.2011@gmail.com>
Sent: 15 November 2026 17:22
To: dpo@polariscommunity.co.uk
Subject: what does my file say

hi im not sure who to ask. I am 15 and I live with foster carers. can I see my file? i want to know what my social worker wrote about me. my name is Ellie Marsh`,
    first: {
      right: 'R-ACCESS',
      requesterKind: 'child',
      requesterName: 'Ellie Marsh',
      childAge: 15,
      personKind: 'child',
    },
    title: 'Access request, a child for themselves, 15 Nov',
  },
  {
    about: 'an allocated social worker of a council',
    message: `From: Hannah Pryce <hannah.pryce@anycouncil.gov.uk>
Sent: 16/11/2026 11:05
To: dpo@polariscommunity.co.uk
Subject: Request for records

I am the allocated social worker for Jayden Cole, born 02/02/2013, who is subject to a care order. The local authority shares parental responsibility. Please send me his records.`,
    first: {
      right: 'R-ACCESS',
      receivedOn: '2026-11-16',
      requesterKind: 'localAuthority',
      personName: 'Jayden Cole',
      personBorn: '2013-02-02',
      childAge: 13,
    },
    title: 'Access request, social worker for a child, 16 Nov',
  },
  {
    about: 'a deputy appointed by the court',
    message: `From: Alan Firth <alan.firth@btinternet.com>
Sent: 17 November 2026 09:40
To: dpo@polariscommunity.co.uk
Subject: Request on behalf of Rosie Firth

I have been appointed as deputy by the Court of Protection for my sister. I attach the order. I ask for a copy of all information you hold on behalf of Rosie Firth, d.o.b. 21.08.2001.`,
    first: {
      right: 'R-ACCESS',
      requesterKind: 'attorney',
      personName: 'Rosie Firth',
      personBorn: '2001-08-21',
      childAge: null,
    },
    title: 'Access request, attorney or deputy for a person, 17 Nov',
  },
  {
    about: 'a freedom of information request that is about own data',
    message: `Under the Freedom of Information Act please send me my social care records from when I was a child. Regards, Dean Mulvey`,
    first: { right: 'R-ACCESS', receivedOn: null, requesterKind: 'self' },
    title: 'Access request',
  },
  {
    about: 'a freedom of information request about something else',
    message: `Under the Freedom of Information Act how many fostering placements did you make in 2025 and what did they cost?`,
    first: { right: null },
    title: 'Request',
  },
  {
    about: 'a mistake in a record, and a copy of it',
    message: `From: Bethan Rhys <bethan.rhys@gmail.com>
Sent: 6 November 2026 13:13
To: dpo@polariscommunity.co.uk
Subject: Assessment

The report of 12 May is wrong about my health. Please correct the record, and send me a copy of the report when you have done so.`,
    first: { right: 'R-ACCESS', requesterName: 'Bethan Rhys' },
    also: ['R-RECT'],
    title: 'Access request, 6 Nov',
  },
  {
    about: 'photographs taken down and consent withdrawn',
    message: `From: Nadia Rahman <nadia.rahman@gmail.com>
Sent: 7 November 2026 20:01
To: info@home-start-ashford.example
Subject: photos of my daughter

I withdraw my consent for the photos. Please delete all photos of my daughter Amira from your website and Facebook.
Thanks
Nadia`,
    first: { right: 'R-WITHDRAW', requesterKind: 'parent', personName: 'Amira', personKind: 'child' },
    also: ['R-ERASE'],
    title: 'Consent withdrawn, parent for their daughter, 7 Nov',
  },
  {
    about: 'the newsletter',
    message: `From: Geoffrey Hale <g.hale@talktalk.net>
Sent: 8 November 2026 07:45
To: info@home-start-ashford.example
Subject: Newsletter

Please take me off your mailing list. I do not want any more appeals.`,
    first: { right: 'R-MKT', requesterName: 'Geoffrey Hale' },
    title: 'Objection to marketing, marketing contacts, 8 Nov',
  },
  {
    about: 'an objection to sharing, with a restriction until it is decided',
    message: `From: Parveen Iqbal <parveen@iqbal.example>
Sent: 9 November 2026 16:16
To: childrens.records@worcestershire.gov.uk
Subject: Objection

I object to you sharing my information with the school. Please stop using it until you have looked into this.`,
    first: { right: 'R-OBJECT' },
    also: ['R-RESTRICT'],
    title: 'Objection, 9 Nov',
  },
  {
    about: 'portability',
    message: `I ask for my survey answers and account data in a machine-readable format under Article 20, so that I can pass them on. Yours sincerely, Prof Leo Hartmann`,
    first: { right: 'R-PORT' },
    title: 'Portability request',
  },
  {
    about: 'a decision made by a computer',
    message: `My application to foster was turned down by a computer. I want a person to look at it again.`,
    first: { right: 'R-ADM' },
    title: 'Review of an automated decision',
  },
  {
    about: 'somebody who asks not to delete',
    message: `Please do not delete my records, I may need them for court. That is all for now.`,
    first: { right: null },
    title: 'Request',
  },
  {
    about: 'a grandmother without authority',
    message: `From: Maureen Sykes <maureen.sykes@yahoo.co.uk>
Sent: 11 November 2026 10:30
To: dpo@polariscommunity.co.uk
Subject: grandson

I want a copy of my grandson's files. His name is Kyle. He is 9 years old and nobody tells me anything.`,
    first: { right: 'R-ACCESS', requesterKind: 'thirdParty', childAge: 9, personKind: 'child' },
    title: 'Access request, somebody for another person, 11 Nov',
  },
  {
    about: 'an HTML mail',
    message: `<html><head><style>p{color:red}</style><title>x</title></head><body><p>Dear Polaris Community,</p><p>I&#8217;d like <b>a copy</b> of all my records &amp; emails.</p><div>Kind regards<br>Olu Bankole</div><script>alert(1)</script></body></html>`,
    first: { right: 'R-ACCESS', requesterKind: 'self', requesterName: 'Olu Bankole' },
    title: 'Access request',
  },
  {
    about: 'a reply on top of an earlier request of the same person',
    message: `From: Karen Blyth <karen@blyth.example>
Sent: 20 November 2026 08:00
To: dpo@polariscommunity.co.uk
Subject: Re: my request

I have heard nothing. When will I get an answer?

On Mon, 26 Oct 2026 at 10:12, Karen Blyth <karen@blyth.example> wrote:

> Dear DPO
>
> I make a subject access request for my fostering file.
>
> Karen Blyth`,
    first: { right: 'R-ACCESS', receivedOn: '2026-10-26', requesterKind: 'self' },
    title: 'Access request, 26 Oct',
  },
  {
    about: 'an answer of ours under which the request stands',
    message: `From: Duty Team <duty@polariscommunity.co.uk>
Sent: 14 November 2026 08:00
To: Ivor Penrose <ivor@penrose.example>
Subject: Re: records

Dear Ivor, I have passed your request for your records to our data protection officer.

From: Ivor Penrose <ivor@penrose.example>
Sent: 13 November 2026 08:00
To: duty@polariscommunity.co.uk
Subject: records

Could I get my records please? My case number is 77-1204.`,
    first: {
      right: 'R-ACCESS',
      receivedOn: '2026-11-13',
      caseNumbers: '77-1204',
      requesterName: 'Ivor Penrose',
    },
    title: 'Access request, 13 Nov',
  },
  {
    about: 'a request limited to some papers',
    message: `From: Wren Abbott <wren.abbott@proton.me>
Sent: 19 November 2026 18:00
To: dpo@polariscommunity.co.uk
Subject: request

Please send me my adoption records. I only want the letters my birth mother wrote and nothing from school.`,
    first: {
      right: 'R-ACCESS',
      requesterKind: 'self',
      scope: 'I only want the letters my birth mother wrote and nothing from school',
    },
    title: 'Access request, 19 Nov',
  },
  {
    about: 'a father, with a typing mistake and no signature',
    message: `From: dad_of_3@gmail.com
Sent: 21 November 2026 23:59
To: DPO@polariscommunity.co.uk
Subject: SAR

Im the father. i am requesting a SAR for my daughter Poppy aged 6 all emails and meeting minutes you hold`,
    first: {
      right: 'R-ACCESS',
      requesterKind: 'parent',
      personName: 'Poppy',
      childAge: 6,
      receivedOn: '2026-11-21',
    },
    title: 'Access request, father for his daughter, 21 Nov',
  },
  {
    about: 'an advocate for a young person',
    message: `I am an independent advocate. On behalf of Tyler Green, 16, I ask you to erase the police information from his file.`,
    first: { right: 'R-ERASE', requesterKind: 'body', personName: 'Tyler Green' },
    title: 'Erasure request, advocate for a person',
  },
  {
    about: 'somebody who has died',
    message: `From: Ruth Adler <ruth@adler.example>
Sent: 4 November 2026 15:00
To: childrens.records@worcestershire.gov.uk
Subject: my late brother

I would like a copy of my late brother's records. He was in your children's home and passed away in 2020. Please reply to Ruth Adler, 4 Quay Street, Worcester WR1 2AB.`,
    first: { right: 'R-ACCESS', requesterKind: 'thirdParty', personKind: 'died' },
    title: 'Access request, somebody for another person, 4 Nov',
  },
  {
    about: 'nothing at all but a greeting',
    message: 'Hello',
    first: { right: null, receivedOn: null, requesterKind: null, organisationId: null },
    title: 'Request',
  },
]
