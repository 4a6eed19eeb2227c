/** 依申请转主动公开 (Order 711 Art. 44): suggested, and settled. */
import type { Context } from '#db'
import { perform, type Who } from '../cases/commands.ts'
import type { FoldedCase } from '../model.ts'

/** Suggests publishing to everybody what a case asked for. Throws what `perform` throws. */
export const offerPublication = (ctx: Context, who: Who, requestId: string): Promise<FoldedCase> =>
  perform(ctx, who, requestId, 'offer-publication', { by: 'applicant' in who ? 'applicant' : 'body' })

/** Settles whether it is published; what is accepted is handed over with the letter `publication-transfer`. Throws what `perform` throws. */
export const settlePublication = (
  ctx: Context,
  who: Who,
  requestId: string,
  given: { readonly accepted: boolean; readonly reason: string },
): Promise<FoldedCase> => perform(ctx, who, requestId, 'settle-publication', given)
