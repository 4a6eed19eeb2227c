/** After registration: numbers and query codes, shown once, and the receipt (登记回执) to print. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { NewRequestForm, RegisteredForm } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { useSession } from '../../session.tsx'

interface RegisteredProps {
  readonly form: RegisteredForm
  readonly sent: NewRequestForm
  readonly filesLost: boolean
  readonly onAnother: () => void
}

export function Registered({ form, sent, filesLost, onAnother }: RegisteredProps) {
  const words = useWords()
  const said = words.requests.new
  const { today, posts } = useSession()
  const bodyName = posts.find(({ bodySlug }) => bodySlug === sent.body)?.bodyName ?? ''
  return (
    <Page
      title={said.done}
      trail={['/requests', words.requests.title]}
      acts={
        <>
          <Button onClick={() => window.print()}>{words.print}</Button>
          <Button onClick={onAnother}>{said.another}</Button>
        </>
      }
    >
      <div className="stack" style={{ maxWidth: 720 }}>
        {filesLost && (
          <p className="note-box warn" role="alert">
            {said.files}
          </p>
        )}
        <p className="note-box info no-print">{said.doneHint}</p>
        <section className="panel receipt">
          <header>
            <h2>{said.receipt}</h2>
          </header>
          <div className="inside stack">
            <p>{said.receiptText(bodyName, words.dayLong(today))}</p>
            <Codes form={form} titles={sent.requests.map(({ title }) => title)} />
            <p className="small">{said.receiptFrom}</p>
          </div>
        </section>
      </div>
    </Page>
  )
}

/** Number, code and title of each case. */
export function Codes({ form, titles }: { readonly form: RegisteredForm; readonly titles: readonly string[] }) {
  const words = useWords()
  const said = words.requests.new
  return (
    <table className="why">
      <thead>
        <tr>
          <th scope="col">{said.number}</th>
          <th scope="col">{said.code}</th>
          <th scope="col">{said.requestTitle}</th>
        </tr>
      </thead>
      <tbody>
        {form.cases.map(({ id, number, code }, place) => (
          <tr key={id}>
            <td className="nowrap">
              <Link to={`/requests/${id}`}>{number}</Link>
            </td>
            <td className="code nowrap">{code}</td>
            <td>{titles[place]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
