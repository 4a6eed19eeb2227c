/** Reads a PDF as a viewer would: its text and its fonts. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init } from '@embedpdf/pdfium'

/** All text of a PDF, white space left out, and the names of the fonts embedded in it. */
export async function readPdf(pdf: Uint8Array): Promise<{ readonly text: string; readonly fonts: readonly string[] }> {
  const { resolve } = createRequire(import.meta.url)
  const wasm = readFileSync(resolve('@embedpdf/pdfium/pdfium.wasm'))
  const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer })
  pdfium.PDFiumExt_Init()
  // The memory moves when it grows: ask for it each time.
  const heap = () => (pdfium.pdfium as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8
  const { malloc, free } = pdfium.pdfium.wasmExports

  const memory = malloc(pdf.length)
  heap().set(pdf, memory)
  const document = pdfium.FPDF_LoadMemDocument(memory, pdf.length, '')
  let text = ''
  for (let number = 0; number < pdfium.FPDF_GetPageCount(document); number++) {
    const page = pdfium.FPDF_LoadPage(document, number)
    const words = pdfium.FPDFText_LoadPage(page)
    const count = pdfium.FPDFText_CountChars(words)
    const buffer = malloc(count * 2 + 2)
    pdfium.FPDFText_GetText(words, 0, count, buffer)
    text += new TextDecoder('utf-16le').decode(heap().slice(buffer, buffer + count * 2))
    free(buffer)
    pdfium.FPDFText_ClosePage(words)
    pdfium.FPDF_ClosePage(page)
  }
  pdfium.FPDF_CloseDocument(document)
  free(memory)
  const raw = new TextDecoder('latin1').decode(pdf)
  return { text: text.replace(/\s+/g, ''), fonts: [...raw.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map((match) => match[1]!) }
}
