/** Reads and checks files beside the page, so that a large one does not stop it. */
import { largestFile, read } from '#ingest'
import { verify } from '#report'
import type { Inside, ReaderAnswer, ReaderQuestion } from './protocol.ts'

const inside = globalThis as unknown as Inside<ReaderQuestion, ReaderAnswer>

inside.onmessage = async ({ data }) => inside.postMessage(await answer(data))

async function answer(question: ReaderQuestion): Promise<ReaderAnswer> {
  const { id } = question
  if (question.ask === 'compare') return { id, says: 'compared', findings: verify(question.report, { lastYear: question.lastYear }) }

  const { file } = question
  const began = performance.now()
  if (file.size > largestFile) return { id, says: 'failed', failed: { code: 'too-large', values: { limit: largestFile } } }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    // A file that was moved, locked or is a folder: the browser gives no bytes.
    return { id, says: 'failed', failed: { code: 'unreadable', values: {} } }
  }
  try {
    const result = await read(bytes, file.name)
    if (!result.ok) return { id, says: 'failed', failed: result.error }
    const reports = result.reports.map((report) => ({ report, findings: verify(report) }))
    return { id, says: 'read', took: performance.now() - began, reports }
  } catch (defect) {
    return {
      id,
      says: 'failed',
      failed: { code: 'crashed', values: { detail: defect instanceof Error ? defect.message : String(defect) } },
    }
  }
}
