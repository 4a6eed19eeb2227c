/** A document of a case with parts blacked out: pages at the left, the page in the middle, marks and their proof at the right. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { answered, api, base } from '../../api.ts'
import type { Area, RedactionDetail, RedactionGround } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Find } from './find.tsx'
import { GroundSelect, MarkList, wordsQuery } from './list.tsx'
import { type Marks, useMarks } from './marks.ts'
import { inOrder, isMarked, type Marked, marked, type Place } from './place.ts'
import { Make, ProofShown } from './proof.tsx'
import './redaction.css'
import { Stage } from './stage.tsx'

export function RedactionPage() {
  const { redactionId } = useParams({ strict: false }) as { redactionId: string }
  const query = useQuery({
    queryKey: ['redactions', redactionId],
    queryFn: () => answered(api.GET('/redactions/{id}', { params: { path: { id: redactionId } } })),
    refetchOnWindowFocus: false,
  })
  return <Loaded query={query}>{(one) => <Shown key={`${one.id} ${one.state}`} one={one} />}</Loaded>
}

const tones = { draft: ['info', 'note'], proved: ['ok', 'check'], discarded: ['warn', 'cross'] } as const

function Shown({ one }: { readonly one: RedactionDetail }) {
  const said = useWords().redaction
  const made = useMarks(one)
  const [page, setPage] = useState(0)
  const [selected, setSelected] = useState<string | null>(null)
  const [ground, setGround] = useState<RedactionGround>('privacy')
  const [told, setTold] = useState('')
  const [side, setSide] = useState<'source' | 'result'>(one.state === 'proved' ? 'result' : 'source')
  const [isAsked, setAsked] = useState(false)
  /** The mark to be focused once it is drawn. */
  const wanted = useRef<string | null>(null)
  const order = inOrder(made.marks)
  const numberOf = (key: string) => order.findIndex((mark) => mark.key === key) + 1

  useEffect(() => {
    if (wanted.current === null) return
    const button = document.getElementById(`mark-${wanted.current}`)
    if (!button) return
    wanted.current = null
    button.focus()
  })

  const addAll = (areas: readonly Area[]) =>
    made.change((marks) => [...marks, ...areas.filter((area) => !isMarked(area, marks)).map((area) => marked(area, ground))])
  const add = (place: Place) => {
    const mark = marked({ page, ...place }, ground)
    made.change((marks) => [...marks, mark])
    setSelected(mark.key)
    wanted.current = mark.key
    setTold(said.added(inOrder([...made.marks, mark]).findIndex(({ key }) => key === mark.key) + 1))
  }
  const replace = (mark: Marked) => {
    made.change((marks) => marks.map((one) => (one.key === mark.key ? mark : one)))
    const percent = (part: number) => Math.round(part * 100)
    setTold(said.placed(numberOf(mark.key), percent(mark.x), percent(mark.y), percent(mark.width), percent(mark.height)))
  }
  const remove = (key: string) => {
    made.change((marks) => marks.filter((mark) => mark.key !== key))
    setSelected(null)
    setTold(said.removed(made.marks.length - 1))
  }
  const [tone, icon] = tones[one.state]

  return (
    <Page
      title={said.title(one.source.name)}
      trail={[`/requests/${one.requestId}`, said.back]}
      lead={
        <>
          <Tag tone={tone} icon={icon}>
            {said.states[one.state]}
          </Tag>{' '}
          {one.state === 'discarded' ? said.isDiscarded : said.lead}
        </>
      }
      acts={
        one.mayMake && (
          <>
            <SaveState made={made} />
            <Button danger onClick={() => setAsked(true)}>
              {said.discard}
            </Button>
          </>
        )
      }
    >
      <p className="unseen" role="status">
        {told}
      </p>
      {made.state === 'failed' && (
        <ProblemBox error={made.problem} again={() => void made.save().catch(() => undefined)} title={said.failed} />
      )}
      {one.state === 'draft' && !one.mayMake && <p className="note-box">{said.seeOnly}</p>}
      <div className="redact">
        <Pages one={one} marks={order} page={page} side={side} open={setPage} />
        <Sheet
          one={one}
          made={made}
          order={order}
          page={page}
          side={side}
          selected={selected}
          open={setPage}
          choose={setSide}
          select={setSelected}
          add={add}
          replace={replace}
          remove={remove}
        />
        <div className="stack">
          <ProofShown one={one} />
          {one.mayMake && (
            <>
              <div className="field">
                <label htmlFor="redact-ground">{said.ground}</label>
                <p className="hint">{said.groundHint}</p>
                <GroundSelect id="redact-ground" grounds={one.grounds} value={ground} onChange={setGround} />
              </div>
              {(ground === 'state-secret' || made.marks.some((mark) => mark.ground === 'state-secret')) && (
                <p className="note-box warn" role="alert">
                  <Icon name="warn" /> {said.secret}
                </p>
              )}
              <Find id={one.id} marks={made.marks} addAll={addAll} />
            </>
          )}
          <MarkList
            id={one.id}
            marks={order}
            grounds={one.grounds}
            selected={selected}
            mayMake={one.mayMake}
            setGround={(key, next) => made.change((marks) => marks.map((mark) => (mark.key === key ? { ...mark, ground: next } : mark)))}
            show={(mark) => {
              setSide('source')
              setPage(mark.page)
              setSelected(mark.key)
              wanted.current = mark.key
            }}
            remove={remove}
          />
          {one.mayMake && <Make one={one} made={made} addAll={addAll} />}
        </div>
      </div>
      <Discard one={one} isOpen={isAsked} onClose={() => setAsked(false)} />
    </Page>
  )
}

function SaveState({ made }: { readonly made: Marks }) {
  const said = useWords().redaction
  return (
    <span className={made.state === 'failed' ? 'bad' : 'quiet'} role="status">
      {said[made.state]}
    </span>
  )
}

interface PagesProps {
  readonly one: RedactionDetail
  readonly marks: readonly Marked[]
  readonly page: number
  readonly side: 'source' | 'result'
  open(page: number): void
}

/** Every page, small, with how many marks it has. */
function Pages({ one, marks, page, side, open }: PagesProps) {
  const said = useWords().redaction
  return (
    <nav className="redact-pages" aria-label={said.pages}>
      {one.pages.map(({ width, height }, index) => {
        const count = marks.filter((mark) => mark.page === index).length
        return (
          <button
            key={pictureOf(one.id, index, 0, 'source')}
            type="button"
            aria-current={index === page ? 'page' : undefined}
            onClick={() => open(index)}
          >
            <img src={pictureOf(one.id, index, 160, side)} alt="" loading="lazy" style={{ aspectRatio: String(width / height) }} />
            <span>
              {said.thumbnail(index + 1)} {count > 0 && <b>{said.marksHere(count)}</b>}
            </span>
          </button>
        )
      })}
    </nav>
  )
}

const zooms = [50, 75, 100, 125, 150, 200, 300] as const

interface SheetProps {
  readonly one: RedactionDetail
  readonly made: Marks
  readonly order: readonly Marked[]
  readonly page: number
  readonly side: 'source' | 'result'
  readonly selected: string | null
  open(page: number): void
  choose(side: 'source' | 'result'): void
  select(key: string | null): void
  add(place: Place): void
  replace(mark: Marked): void
  remove(key: string): void
}

/** Where a mark begins that is made by keyboard. */
const middle: Place = { x: 0.4, y: 0.45, width: 0.2, height: 0.025 }

/** The page with its tools. */
function Sheet({ one, made, order, page, side, open, choose, ...rest }: SheetProps) {
  const said = useWords().redaction
  const [zoom, setZoom] = useState(2)
  const [asGiven, setAsGiven] = useState(false)
  const [fingerDraws, setFingerDraws] = useState(false)
  const words = useQuery({ ...wordsQuery(one.id, page), enabled: side === 'source' })
  const size = one.pages[page]!
  const mayMake = one.mayMake && side === 'source'
  return (
    <section className="redact-sheet" aria-label={said.pageOf(page + 1, one.pages.length)}>
      <div className="redact-tools no-print">
        <Button size="small" aria-disabled={page === 0} onClick={() => page > 0 && open(page - 1)}>
          {said.before}
        </Button>
        <span>{said.pageOf(page + 1, one.pages.length)}</span>
        <Button size="small" aria-disabled={page + 1 === one.pages.length} onClick={() => page + 1 < one.pages.length && open(page + 1)}>
          {said.after}
        </Button>
        <span className="redact-gap" />
        <Button size="small" aria-disabled={zoom === 0} onClick={() => setZoom(Math.max(0, zoom - 1))}>
          {said.smaller}
        </Button>
        <span>{said.zoom(zooms[zoom]!)}</span>
        <Button size="small" aria-disabled={zoom === zooms.length - 1} onClick={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}>
          {said.larger}
        </Button>
        {one.state === 'proved' && (
          <fieldset className="redact-views">
            <legend className="unseen">{said.views}</legend>
            {(['result', 'source'] as const).map((which) => (
              <label key={which}>
                <input type="radio" name="side" checked={side === which} onChange={() => choose(which)} />{' '}
                {which === 'result' ? said.viewResult : said.viewSource}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      {side === 'source' && (
        <div className="redact-tools no-print">
          {mayMake && (
            <>
              <Button size="small" onClick={() => rest.add(middle)}>
                {said.addHere}
              </Button>
              <Button size="small" aria-disabled={!made.canUndo} onClick={made.undo}>
                {said.undo}
              </Button>
              <label className="redact-finger">
                <input type="checkbox" checked={fingerDraws} onChange={(event) => setFingerDraws(event.target.checked)} /> {said.draw}
              </label>
            </>
          )}
          <label>
            <input type="checkbox" checked={asGiven} onChange={(event) => setAsGiven(event.target.checked)} /> {said.asGiven}
          </label>
        </div>
      )}
      {mayMake && <p className="small quiet redact-how">{said.howTo}</p>}
      {words.data?.words.length === 0 && (
        <p className="note-box warn">
          <Icon name="warn" /> {said.noWords}
        </p>
      )}
      {words.isError && <ProblemBox error={words.error} again={() => void words.refetch()} />}
      <Stage
        {...rest}
        page={page}
        picture={pictureOf(one.id, page, zooms[zoom]! > 150 ? 2400 : 1400, side)}
        ratio={size.width / size.height}
        zoom={zooms[zoom]!}
        words={words.data?.words ?? []}
        marks={side === 'source' ? order.map((mark, index) => ({ mark, number: index + 1 })).filter(({ mark }) => mark.page === page) : []}
        grounds={one.grounds}
        mayMake={mayMake}
        asGiven={asGiven}
        fingerDraws={fingerDraws}
        addInMiddle={() => rest.add(middle)}
        toRow={(key) => document.getElementById(`row-${key}`)?.focus()}
      />
    </section>
  )
}

const pictureOf = (id: string, page: number, width: number, side: 'source' | 'result') =>
  `${base}/redactions/${id}/pages/${page}?width=${width}&side=${side}`

function Discard({ one, isOpen, onClose }: { readonly one: RedactionDetail; readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useWords()
  const said = words.redaction
  const client = useQueryClient()
  const discarding = useMutation({
    mutationFn: () => answered(api.DELETE('/redactions/{id}', { params: { path: { id: one.id } } })),
    onSuccess: () => {
      onClose()
      void client.invalidateQueries({ queryKey: ['redactions', one.id] })
    },
  })
  return (
    <Dialog title={said.discardTitle} isOpen={isOpen} onClose={onClose}>
      <div className="stack">
        <p>{said.discardHint}</p>
        {discarding.isError && <ProblemBox error={discarding.error} />}
        <div className="acts">
          <Button danger aria-disabled={discarding.isPending} onClick={() => !discarding.isPending && discarding.mutate()}>
            {discarding.isPending ? said.discarding : said.discard}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </div>
    </Dialog>
  )
}
