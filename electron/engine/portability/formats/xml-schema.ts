import type { ExportColumn, ExportTable } from '#shared/portability/export.ts'
import { valueKind } from './value-kinds.ts'
import { ESCAPE_SAYS, xmlWords } from './xml-text.ts'

/** What the XML file of a table holds, as an XML Schema (1.0). */
export function tableXmlSchema(table: ExportTable): string {
  const { key, called, columns, rows } = table
  const about = `${called}. One element “row” for each row; xsi:nil="true" means that nothing is recorded.`
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="unqualified" version="1">
  <xs:element name="table">
${documentation(about, '    ')}
    <xs:complexType>
      <xs:sequence>
        <xs:element name="row" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
${columns.map(columnElement).join('')}            </xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
      <xs:attribute name="name" type="xs:string" use="required" fixed="${key}"/>
      <xs:attribute name="rows" type="xs:nonNegativeInteger" use="required" fixed="${rows}"/>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="text">
${documentation(ESCAPE_SAYS, '    ')}
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="escaped" type="xs:boolean"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
</xs:schema>
`
}

function columnElement(column: ExportColumn): string {
  const { key, called, about, type, isFilled, provenance, whose, basis } = column
  const words = [
    called,
    about,
    `Provenance: ${provenance}. Whose: ${whose}. Basis: ${basis || 'not stated'}.`,
  ].filter(Boolean)
  const nillable = isFilled ? '' : ' nillable="true"'
  return `              <xs:element name="${key}" type="${valueKind(type).xml}"${nillable}>
${documentation(words.join('\n'), '                ')}
              </xs:element>
`
}

function documentation(text: string, indent: string): string {
  return `${indent}<xs:annotation><xs:documentation xml:lang="en">${xmlWords(text)}</xs:documentation></xs:annotation>`
}
