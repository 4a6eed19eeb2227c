/** The notices of the State Council General Office, shipped or loaded here; a new one is read on trial before it is loaded. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { NoticeDraft, NoticeResult } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FileField, Form, TextField, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Register } from '../../parts/register.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Problem } from '../../problem.ts'
import { useMay } from '../../session.tsx'

export function Notices() {
  const words = useWords()
  const said = words.holidays
  const may = useMay()
  const years = useQuery({ queryKey: ['years'], queryFn: () => answered(api.GET('/calendar/years')) })
  const [isLoading, setIsLoading] = useState(false)
  const [isLoaded, setIsLoaded] = useState(false)
  return (
    <div className="stack">
      {may('rest-notice.load') && (
        <div className="acts">
          <Button type="primary" onClick={() => setIsLoading(true)}>
            {said.load}
          </Button>
        </div>
      )}
      {isLoaded && (
        <p className="note-box ok" role="status">
          <Icon name="check" /> {said.loaded}
        </p>
      )}
      <Loaded query={years}>
        {({ items }) => (
          <Register
            caption={said.tabs.notices}
            rows={[...items].reverse()}
            keyOf={({ year }) => String(year)}
            columns={[
              { key: 'year', head: said.noticeHead.year, names: true, cell: ({ year }) => said.yearOf(year) },
              {
                key: 'title',
                head: said.noticeHead.title,
                cell: ({ notice }) =>
                  notice ? (
                    <>
                      {notice.title}
                      {/^https?:/.test(notice.source) && (
                        <>
                          {' '}
                          <a href={notice.source} target="_blank" rel="noreferrer">
                            {said.source}
                          </a>
                        </>
                      )}
                    </>
                  ) : (
                    <Tag tone="info" icon="doubt">
                      {said.noNotice}
                    </Tag>
                  ),
              },
              { key: 'number', head: said.noticeHead.number, cell: ({ notice }) => notice?.number },
              { key: 'issued', head: said.noticeHead.issued, cell: ({ notice }) => notice?.issuedOn },
              { key: 'origin', head: said.noticeHead.origin, cell: ({ notice }) => notice && said.origin[notice.origin] },
            ]}
          />
        )}
      </Loaded>
      <Dialog title={said.load} isOpen={isLoading} onClose={() => setIsLoading(false)} wide>
        <LoadForm
          onDone={() => {
            setIsLoading(false)
            setIsLoaded(true)
          }}
        />
      </Dialog>
    </div>
  )
}

function LoadForm({ onDone }: { readonly onDone: () => void }) {
  const words = useWords()
  const said = words.holidays
  const client = useQueryClient()
  const form = useForm({ json: '', file: null as File | null })
  const [tried, setTried] = useState<{ readonly draft: NoticeDraft; readonly result: NoticeResult } | null>(null)

  const tryRead = async ({ json, file }: { json: string; file: File | null }) => {
    setTried(null)
    const draft = noticeIn(file ? await file.text() : json, said.jsonWrong, said.jsonShape)
    setTried({ draft, result: await answered(api.POST('/calendar/notices', { params: { query: { dryRun: true } }, body: draft })) })
  }
  const load = async () => {
    if (!tried) return
    await form.send(async () => {
      await answered(api.POST('/calendar/notices', { body: tried.draft }))
      await Promise.all(['years', 'recomputations', 'deadlines', 'tasks'].map((name) => client.invalidateQueries({ queryKey: [name] })))
      onDone()
    })
  }
  return (
    <div className="stack">
      <Form form={form} onSend={tryRead} verb={said.tryRead} busyVerb={said.tryingRead}>
        <p className="quiet">{said.loadHint}</p>
        <TextField form={form} name="json" label={said.json} hint={said.jsonHint} lines={7} />
        <FileField form={form} name="file" label={said.jsonFile} accept=".json,application/json" />
      </Form>
      {tried && (
        <section className="stack" aria-live="polite">
          <Trial result={tried.result} />
          <Button type="primary" aria-disabled={form.busy} onClick={() => void load()}>
            {form.busy ? said.loading : said.loadVerb}
          </Button>
        </section>
      )}
    </div>
  )
}

function Trial({ result: { differences, deadlines } }: { readonly result: NoticeResult }) {
  const words = useWords()
  const said = words.holidays
  return (
    <>
      <h3>{said.differences(differences.length)}</h3>
      <ul>
        {differences.map(({ day, worksAfter }) => (
          <li key={day}>
            {words.dayToAct(day)} {said.becomes(worksAfter)}
          </li>
        ))}
      </ul>
      <h3>{said.movedDeadlines(deadlines.length)}</h3>
      <ul>
        {deadlines.map(({ id, title, oldDue, newDue }) => (
          <li key={id}>
            {title} {words.deadline.moved(oldDue ?? words.deadline.nothingDue, newDue ?? words.deadline.nothingDue)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The notice that a text of JSON holds. Throws Problem at the field, saying what is wrong with the text. */
function noticeIn(text: string, wrong: (why: string) => string, shape: string): NoticeDraft {
  const refuse = (what: string) => new Problem(400, 'invalid-input', what, [{ where: 'json', what }])
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (failure) {
    throw refuse(wrong(failure instanceof Error ? failure.message : ''))
  }
  if (typeof read !== 'object' || read === null || !('year' in read) || !Array.isArray((read as NoticeDraft).off)) throw refuse(shape)
  const { year, title, number, issuedOn, source, off, madeUp = [] } = read as NoticeDraft
  return { year, title, number, issuedOn, source, off, madeUp }
}
