/** The list of bodies as files: what the page shows, whole. */

import { writeXlsx } from 'hucre'
import { establishmentUnknown } from '#identity'
import { csvLine, utf8Mark } from '#kit'
import { isEnded, type PortalBody, type Register } from './register.ts'
import type { Visit } from './visit.ts'

type Column = keyof Visit['words']['bodies']['fileColumns']

/** Rows of the file, in the order of the list; each value as text. */
function rowsOf(bodies: readonly PortalBody[], register: Register, { words, origin }: Visit): readonly Record<Column, string>[] {
  return bodies.map((body) => ({
    name: body.name,
    shortName: body.shortName,
    formerNames: body.formerNames.map(({ name }) => name).join('; '),
    kind: words.kinds[body.kind],
    uscc: body.uscc ?? '',
    unit: body.unit,
    address: body.address,
    postcode: body.postcode,
    phone: body.phone,
    fax: body.fax,
    email: body.email,
    hours: body.hours,
    establishedOn: body.establishedOn === establishmentUnknown ? '' : body.establishedOn,
    endedOn: isEnded(body, register.today) ? body.endedOn! : '',
    successors: body.successors.map(({ name }) => name).join('; '),
    url: `${origin}/b/${body.slug}/`,
  }))
}

/** A CSV that Excel opens: UTF-8 with its mark, CRLF. */
export function drawCsv(bodies: readonly PortalBody[], register: Register, visit: Visit): string {
  const heads = visit.words.bodies.fileColumns
  const keys = Object.keys(heads) as Column[]
  const lines = [keys.map((key) => heads[key]), ...rowsOf(bodies, register, visit).map((row) => keys.map((key) => row[key]))]
  return utf8Mark + lines.map(csvLine).join('')
}

/** A workbook of one sheet; every cell is text, so that telephones and codes keep their zeros. */
export function drawWorkbook(bodies: readonly PortalBody[], register: Register, visit: Visit): Promise<Uint8Array> {
  const heads = visit.words.bodies.fileColumns
  const keys = Object.keys(heads) as Column[]
  return writeXlsx({
    sheets: [
      {
        name: visit.words.bodies.title,
        columns: keys.map((key) => ({ width: key === 'address' || key === 'name' || key === 'url' ? 32 : 16 })),
        rows: [keys.map((key) => heads[key]), ...rowsOf(bodies, register, visit).map((row) => keys.map((key) => row[key]))],
        freezePane: { rows: 1 },
      },
    ],
  })
}

/** The same with keys that do not depend on the language. */
export function drawJson(bodies: readonly PortalBody[], register: Register, { origin }: Visit): string {
  return JSON.stringify(
    {
      asOf: register.today,
      region: register.region,
      bodies: bodies.map((body) => ({
        slug: body.slug,
        url: `${origin}/b/${body.slug}/`,
        name: body.name,
        shortName: body.shortName,
        aliases: body.aliases,
        formerNames: body.formerNames,
        kind: body.kind,
        level: body.level,
        uscc: body.uscc,
        unit: body.unit,
        address: body.address,
        postcode: body.postcode,
        phone: body.phone,
        fax: body.fax,
        email: body.email,
        hours: body.hours,
        establishedOn: body.establishedOn === establishmentUnknown ? null : body.establishedOn,
        endedOn: isEnded(body, register.today) ? body.endedOn : null,
        predecessors: body.predecessors,
        successors: body.successors,
      })),
    },
    null,
    1,
  )
}
