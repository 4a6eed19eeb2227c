/** A register held against another's list: the justice office's, the treasury's. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api, sendFile } from '../../api.ts'
import type { Reconciliation, Register } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FileField, Form, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { momentText } from '../../parts/moment.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useMay } from '../../session.tsx'

interface ReconcileProps {
  readonly register: Register
  readonly body: string
  readonly year: number
}

export function Reconcile({ register, body, year }: ReconcileProps) {
  const said = useWords().registers
  const may = useMay()
  const client = useQueryClient()
  const form = useForm<{ file: File | null }>({ file: null }, { file: said.file })
  const key = ['reconciliation', register.id, body, year]
  const { data } = useQuery({
    queryKey: key,
    queryFn: () =>
      answered(api.GET('/registers/{register}/reconciliation', { params: { path: { register: register.id }, query: { body, year } } })),
  })
  const compare = async ({ file }: { file: File | null }) => {
    if (!file) return
    await sendFile<Reconciliation>(`/registers/${register.id}/reconciliation?body=${encodeURIComponent(body)}&year=${year}`, file)
    await client.invalidateQueries({ queryKey: key })
  }
  return (
    <Panel title={said.reconcile(register.reconciledWith ?? '')}>
      <div className="inside stack">
        <p className="quiet">{said.reconcileHint}</p>
        {may('register.import') && (
          <Form form={form} onSend={compare} verb={said.compare} busyVerb={said.comparing}>
            <FileField form={form} name="file" label={said.file} hint={said.listHint} accept=".csv,.xlsx" />
          </Form>
        )}
        {data?.last && (
          <>
            <p className="quiet small">{said.last(momentText(data.last.at), data.last.by, data.last.fileName)}</p>
            <Result register={register} result={data.last.result} />
          </>
        )}
      </div>
    </Panel>
  )
}

function Result({ register, result }: { readonly register: Register; readonly result: Reconciliation }) {
  const said = useWords().registers
  const { onlyHere, onlyThere, differing } = result
  const label = (field: string) => register.fields.find(({ key }) => key === field)?.label ?? field
  const agrees = onlyHere.length + onlyThere.length + differing.length === 0
  return (
    <div className="stack" role="status">
      <p>
        <b>{said.compared(result.rows, result.same)}</b>{' '}
        {agrees && (
          <>
            <Icon name="check" /> {said.allSame}
          </>
        )}
      </p>
      {differing.length > 0 && (
        <section>
          <h3>{said.differing(differing.length)}</h3>
          <ul>
            {differing.map(({ id, title, field, here, there }) => (
              <li key={`${id} ${field}`}>
                <Link to={`/register-entries/${id}`}>{said.differs(title, label(field), here, there)}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {onlyHere.length > 0 && (
        <section>
          <h3>{said.onlyHere(onlyHere.length)}</h3>
          <ul>
            {onlyHere.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/register-entries/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {onlyThere.length > 0 && (
        <section>
          <h3>{said.onlyThere(onlyThere.length)}</h3>
          <ul>
            {onlyThere.map(({ row, title }) => (
              <li key={row}>{said.rowOf(row, title)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
