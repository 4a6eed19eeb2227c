/** Blacks out parts of a PDF and proves that nothing is left under the marks. Bytes in, bytes out; it knows neither cases nor database. */
export interface Area {
  /** Page from 0. */
  readonly page: number
  /** From the top left corner of the page as it is shown, as parts of its width and height, 0 to 1. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
