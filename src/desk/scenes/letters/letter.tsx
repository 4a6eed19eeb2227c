/** One letter: the paper, its parts ticked, its state, what may be done; its text to change while it is a draft. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAddress } from '../../address.ts'
import { answered, api, base } from '../../api.ts'
import type { LetterDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import type { IconName } from '../../parts/icon.tsx'
import { momentText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { sizeText } from '../case/files.tsx'
import { LetterActs } from './acts.tsx'
import { EditLetter } from './edit.tsx'
import { Paper, Parts } from './paper.tsx'

export function LetterPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({ queryKey: ['letters', id], queryFn: () => answered(api.GET('/letters/{id}', { params: { path: { id } } })) })
  return <Loaded query={query}>{(letter) => <Shown key={letter.id} letter={letter} />}</Loaded>
}

function Shown({ letter }: { readonly letter: LetterDetail }) {
  const words = useWords()
  const said = words.letters
  const address = useAddress()
  const isEditing = address.one('edit') === '1' && letter.may.includes('edit')
  const first = letter.cases[0]
  const edit = (on: boolean) => address.change({ edit: on ? '1' : undefined })
  return (
    <Page
      title={letter.title}
      trail={first ? [`/requests/${first.id}`, said.backToCase(first.number)] : ['/requests', words.requests.title]}
      lead={
        <>
          <LetterTag letter={letter} />{' '}
          {[
            said.to(letter.recipient),
            said.edition(letter.edition),
            said.drafted(letter.draftedBy.name, momentText(letter.draftedAt)),
          ].join('　')}
        </>
      }
      acts={
        <>
          {letter.may.includes('edit') && !isEditing && <Button onClick={() => edit(true)}>{said.edit}</Button>}
          <a className="button tall" href={`${base}/letters/${letter.id}/file?format=pdf`} target="_blank" rel="noreferrer">
            {said.seePdf}
          </a>
          <a className="button tall" href={`${base}/letters/${letter.id}/file?format=docx`} download>
            {said.getDocx}
          </a>
        </>
      }
    >
      <div className="letter-page">
        {isEditing ? <EditLetter letter={letter} onDone={() => edit(false)} /> : <Paper letter={letter} />}
        <div className="stack">
          {!isEditing && <LetterActs letter={letter} />}
          <Panel title={said.parts}>
            <div className="inside">
              <Parts letter={letter} />
            </div>
          </Panel>
          <Panel title={said.state}>
            <dl className="facts inside">
              <dt>{said.number}</dt>
              <dd>
                {letter.number ?? said.numberLater} {letter.voided && said.numberVoid}
              </dd>
              {letter.sentOn && (
                <>
                  <dt>{said.send}</dt>
                  <dd>
                    {said.sentLine(letter.sentOn, words.casework.deliveries[letter.method ?? ''] ?? '')}{' '}
                    {letter.tracking && said.trackingLine(letter.tracking)}
                  </dd>
                </>
              )}
              {letter.servedOn && (
                <>
                  <dt>{said.serve}</dt>
                  <dd>{said.servedLine(letter.servedOn, letter.servedHow)}</dd>
                </>
              )}
              <dt>{said.cases}</dt>
              <dd>
                {letter.cases.map(({ id, number, title }) => (
                  <Link key={id} to={`/requests/${id}`} style={{ display: 'block' }}>
                    {number} {title}
                  </Link>
                ))}
              </dd>
            </dl>
          </Panel>
          {letter.files.length > 0 && (
            <Panel title={said.files}>
              <ul>
                {letter.files.map((file) => (
                  <li key={file.id}>
                    <a href={`${base}/letters/${letter.id}/files/${file.id}`} target="_blank" rel="noreferrer">
                      {file.name}
                    </a>{' '}
                    <span className="small quiet">
                      {said.fileKinds[file.what]} {sizeText(file.size)}
                    </span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
      </div>
    </Page>
  )
}

const signs: Readonly<Record<LetterDetail['state'], readonly [IconName, 'ok' | 'warn' | 'bad' | 'info' | undefined]>> = {
  draft: ['sign', undefined],
  reviewing: ['clock', 'info'],
  approved: ['warn', 'warn'],
  sent: ['check', 'ok'],
  served: ['check', 'ok'],
  cancelled: ['cross', undefined],
}

export function LetterTag({ letter }: { readonly letter: Pick<LetterDetail, 'state'> }) {
  const words = useWords()
  const [icon, tone] = signs[letter.state]
  return (
    <Tag icon={icon} tone={tone}>
      {words.casework.letterStates[letter.state]}
    </Tag>
  )
}
