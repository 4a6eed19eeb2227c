/** Writes a report in a format beside the page. The writers, the typesetter and the fonts load with the first question that needs them. */
import { type Notice, render } from '#render'
import type { Inside, WriterAnswer, WriterQuestion } from './protocol.ts'

const inside = globalThis as unknown as Inside<WriterQuestion, WriterAnswer>

inside.onmessage = async ({ data: { id, report, findings, format, language, assetsUrl } }) => {
  const notices: Notice[] = []
  try {
    const bytes = await render(report, format, {
      language,
      findings,
      assetsUrl,
      onProgress: (progress) => inside.postMessage({ id, says: 'progress', ...progress }),
      onNotice: (notice) => notices.push(notice),
    })
    inside.postMessage({ id, says: 'written', bytes, notices }, [bytes.buffer as ArrayBuffer])
  } catch (failure) {
    inside.postMessage({ id, says: 'failed', why: failure instanceof Error ? failure.message : String(failure) })
  }
}
