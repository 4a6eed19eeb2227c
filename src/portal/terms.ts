/** Statutory terms the portal tells citizens, in working days. */
export const terms = {
  /** Order 711 Art. 33 */
  answer: 20,
  extension: 20,
  /** Art. 30 */
  correction: 7,
  /** Art. 32 */
  consultation: 15,
  /** Art. 26 */
  publication: 20,
} as const
