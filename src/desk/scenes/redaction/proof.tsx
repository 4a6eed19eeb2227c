/** Making the file, and what its proof found: a checklist in words, and the file to take. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { answered, api, base } from '../../api.ts'
import type { Area, RedactionDetail } from '../../api-types.ts'
import { useSpoken, useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useMay } from '../../session.tsx'
import type { Marks } from './marks.ts'
import { checkWords } from './names.ts'
import { inOrder } from './place.ts'

/** Asks for the proof; what stands unmarked elsewhere is asked about first. */
export function Make({ one, made, addAll }: { readonly one: RedactionDetail; readonly made: Marks; addAll(areas: readonly Area[]): void }) {
  const said = useWords().redaction
  const client = useQueryClient()
  const making = useMutation({
    mutationFn: async (leaveRest: boolean) => {
      const edition = await made.save()
      return answered(api.POST('/redactions/{id}/prove', { params: { path: { id: one.id } }, body: { edition, leaveRest } }))
    },
    onSuccess: ({ redaction }) => client.setQueryData(['redactions', one.id], redaction),
  })
  const isEmpty = made.marks.length === 0
  const order = inOrder(made.marks)
  const numberOf = (index: number) => order.findIndex(({ key }) => key === made.marks[index]?.key) + 1
  const rest = making.data?.redaction.state === 'draft' ? making.data.leftovers : []
  const lines = rest.flatMap(({ mark, areas }) =>
    [...new Set(areas.map(({ page }) => page))].map((page) => ({
      mark,
      page,
      count: areas.filter((area) => area.page === page).length,
    })),
  )
  return (
    <Panel title={said.prove}>
      <div className="inside stack">
        <p className="small quiet">{said.proveHint}</p>
        <p className="small quiet">{said.contextHint}</p>
        {lines.length > 0 && (
          <div className="note-box warn" role="alert">
            <b>
              <Icon name="warn" /> {said.leftover}
            </b>
            <ul>
              {lines.map(({ mark, page, count }) => (
                <li key={`${mark} ${page}`}>{said.leftoverLine(numberOf(mark), page + 1, count)}</li>
              ))}
            </ul>
            <div className="acts">
              <Button
                onClick={() => {
                  addAll(rest.flatMap(({ areas }) => areas))
                  making.reset()
                }}
              >
                {said.markRest(rest.flatMap(({ areas }) => areas).length)}
              </Button>
              <Button onClick={() => making.mutate(true)}>{said.leaveRest}</Button>
            </div>
          </div>
        )}
        {making.isError && <ProblemBox error={making.error} />}
        <Button
          type="primary"
          aria-disabled={isEmpty || making.isPending}
          onClick={() => !isEmpty && !making.isPending && making.mutate(false)}
        >
          {making.isPending ? said.proving : isEmpty ? said.proveNothing : said.prove}
        </Button>
      </div>
    </Panel>
  )
}

export function ProofShown({ one }: { readonly one: RedactionDetail }) {
  const { language, words } = useSpoken()
  const said = words.redaction
  const may = useMay()
  const navigate = useNavigate()
  const again = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/requests/{id}/redactions', { params: { path: { id: one.requestId } }, body: { file: one.source.id, like: one.id } }),
      ),
    onSuccess: (next) => void navigate({ to: `/requests/${next.requestId}/redactions/${next.id}` }),
  })
  const { proof, result } = one
  if (!proof || !result) return null
  const left = proof.leftovers.flatMap(({ areas }) => areas).length
  const names = checkWords(language)
  return (
    <Panel title={said.proof}>
      <div className="inside stack">
        <p className="ok">
          <b>
            <Icon name="check" /> {said.proofPassed(proof.checks.length)}
          </b>
        </p>
        <ul className="redact-checks">
          {proof.checks.map(({ id, passed }) => (
            <li key={id} className={passed ? '' : 'bad'}>
              <Icon name={passed ? 'check' : 'bad'} />
              <span>
                {names[id] ?? id}
                {!passed && words.aside(said.notFailed)}
              </span>
            </li>
          ))}
        </ul>
        {left > 0 && (
          <p className="note-box warn">
            <Icon name="warn" /> {said.leftLine(left)}
          </p>
        )}
        <p>{said.file(result.name, sizeText(result.size, said))}</p>
        <div className="acts">
          <a className="button filled tall" href={`${base}/redactions/${one.id}/file`} download>
            {said.download}
          </a>
          {may('redaction.make') && (
            <Button onClick={() => again.mutate()} aria-disabled={again.isPending}>
              {again.isPending ? said.beginning : said.again}
            </Button>
          )}
        </div>
        {again.isError && <ProblemBox error={again.error} />}
        <p className="small quiet">{said.contextHint}</p>
        <dl className="facts">
          <dt>{said.sourceHash}</dt>
          <dd className="mono small">{proof.source}</dd>
          <dt>{said.resultHash}</dt>
          <dd className="mono small">{proof.result}</dd>
        </dl>
      </div>
    </Panel>
  )
}

function sizeText(bytes: number, said: ReturnType<typeof useWords>['redaction']): string {
  return bytes < 1024 * 1024 ? said.kilobytes(Math.ceil(bytes / 1024)) : said.megabytes((bytes / 1024 / 1024).toFixed(1))
}
