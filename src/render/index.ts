/** From a report to bytes: compose one neutral document, then one writer a format. */
import type { Report } from '#report'

export type Format = 'docx' | 'pdf' | 'xlsx' | 'html' | 'fragment' | 'json' | 'md'

export const formats: readonly Format[] = ['docx', 'pdf', 'xlsx', 'html', 'fragment', 'json', 'md']

/** Writes a report in a format. */
export async function render(_report: Report, _format: Format): Promise<Uint8Array> {
  throw new Error('not written yet')
}
