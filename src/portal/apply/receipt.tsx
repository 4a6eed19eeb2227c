import { terms } from '#calendar'
import type { IntakeReceipt } from '#casework'
import { sayDay } from '../days.ts'
import type { PortalBody } from '../register.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import { trailOf, wordsOf } from './pages.tsx'

/** Number and code of what was sent, and what happens next with its days; null where the time to show them is over. */
export function receiptPage(
  frame: Frame,
  body: PortalBody,
  receipt: { readonly sent: IntakeReceipt; readonly confirmBy: string; readonly csrf: string } | null,
): Page {
  const words = wordsOf(frame)
  const say = words.receipt
  const { visit } = frame
  const title = receipt ? say.title : say.gone
  return {
    title,
    description: title,
    at: 'apply',
    isKept: false,
    trail: trailOf(frame, body, title),
    children: (
      <article class="text receipt">
        <h1>{title}</h1>
        {receipt ? (
          <>
            <p class="to-body">{say.sentOn(sayDay(receipt.sent.submittedOn, visit.words), body.name)}</p>
            {receipt.sent.cases.map(({ number, code, title: asked }) => (
              <section class="receipt-case" key={number} aria-label={number}>
                <p>
                  <Name visit={visit}>{asked}</Name>
                </p>
                <dl>
                  <div>
                    <dt>{say.number}</dt>
                    <dd class="big">{number}</dd>
                  </div>
                  <div>
                    <dt>{say.code}</dt>
                    <dd class="big code">{code}</dd>
                  </div>
                </dl>
              </section>
            ))}
            <p>
              <strong>{say.once}</strong>
            </p>
            <h2>{say.next}</h2>
            <ol class="numbered">
              {say.nextLines(sayDay(receipt.confirmBy, visit.words), terms.reply.length, terms.correction.length).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
            <form method="post" action={`/b/${body.slug}/apply/receipt`} enctype="multipart/form-data" class="actions">
              <input type="hidden" name="csrf" value={receipt.csrf} />
              <p class="form-end">
                <a class="button primary" href="/track">
                  {say.track}
                </a>
                <button class="button" type="submit">
                  {say.done}
                </button>
                <span class="quiet">{say.doneHint}</span>
              </p>
            </form>
          </>
        ) : (
          <>
            <p>{say.goneText}</p>
            <p>
              <a href="/track">{say.track}</a>
            </p>
          </>
        )}
      </article>
    ),
  }
}
