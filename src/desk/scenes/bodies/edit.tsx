/** Adding a body, and changing what is kept about it. Names change elsewhere, with their days. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import type { BodyDetail, BodyKind, BodyLevel } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Form, type FormState, TextField, TickField, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Page } from '../../parts/page.tsx'
import { BodyField } from '../../parts/pickers.tsx'
import { Loaded } from '../../parts/states.tsx'
import { judgeUscc } from './uscc.ts'

const blank = {
  name: '',
  shortName: '',
  slug: '',
  establishedOn: '',
  kind: 'department',
  level: 'county',
  filesTo: '',
  sharesOfficeWith: '',
  uscc: '',
  makesRules: false,
  isSummed: true,
  reconsiderationOrgan: '',
  court: '',
  unit: '',
  address: '',
  postcode: '',
  phone: '',
  fax: '',
  email: '',
  hours: '',
  position: '0',
}
type Draft = typeof blank

export function AddBody() {
  const words = useWords()
  const said = words.bodies
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useForm(blank, {
    name: said.name,
    slug: said.slug,
    establishedOn: said.establishedOn,
    kind: said.kind,
    level: said.level,
    filesTo: said.filesTo,
  })
  return (
    <Page title={said.addTitle} trail={['/bodies', said.title]}>
      <Form
        form={form}
        verb={said.add}
        busyVerb={said.adding}
        onSend={async (draft) => {
          const added = await answered(
            api.POST('/bodies', {
              body: {
                ...changeOf(draft),
                name: draft.name.trim(),
                slug: draft.slug.trim(),
                establishedOn: draft.establishedOn,
                ...(draft.shortName.trim() && { shortName: draft.shortName.trim() }),
              },
            }),
          )
          await client.invalidateQueries({ queryKey: ['bodies'] })
          void navigate({ to: `/bodies/${added.slug}` })
        }}
      >
        <TextField form={form} name="name" label={said.name} hint={said.nameHint} maxLength={100} />
        <TextField form={form} name="shortName" label={said.shortName} optional maxLength={100} />
        <TextField form={form} name="slug" label={said.slug} hint={said.slugHint} maxLength={60} />
        <TextField form={form} name="establishedOn" label={said.establishedOn} type="date" />
        <BodyFields form={form} mustFile />
      </Form>
    </Page>
  )
}

export function EditBody() {
  const { slug } = useParams({ strict: false }) as { slug: string }
  const body = useQuery({ queryKey: ['bodies', slug], queryFn: () => answered(api.GET('/bodies/{slug}', { params: { path: { slug } } })) })
  return <Loaded query={body}>{(one) => <EditForm key={one.id} body={one} />}</Loaded>
}

function EditForm({ body }: { readonly body: BodyDetail }) {
  const said = useWords().bodies
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useForm<Draft>({
    ...blank,
    ...body,
    shortName: body.shortName ?? '',
    filesTo: body.filesTo?.slug ?? '',
    sharesOfficeWith: body.sharesOfficeWith?.slug ?? '',
    uscc: body.uscc ?? '',
    position: String(body.position),
  })
  return (
    <Page title={said.editTitle(body.name)} trail={[`/bodies/${body.slug}`, body.name]}>
      <Form
        form={form}
        verb={said.save}
        onSend={async (draft) => {
          await answered(api.PATCH('/bodies/{slug}', { params: { path: { slug: body.slug } }, body: changeOf(draft) }))
          await client.invalidateQueries({ queryKey: ['bodies'] })
          void navigate({ to: `/bodies/${body.slug}` })
        }}
      >
        <BodyFields form={form} filesTo={body.filesTo?.name} sharesOfficeWith={body.sharesOfficeWith?.name} />
      </Form>
    </Page>
  )
}

function changeOf(draft: Draft) {
  return {
    kind: draft.kind as BodyKind,
    level: draft.level as BodyLevel,
    filesTo: draft.filesTo || null,
    sharesOfficeWith: draft.sharesOfficeWith || null,
    uscc: draft.uscc.trim().toUpperCase() || null,
    makesRules: draft.makesRules,
    isSummed: draft.isSummed && draft.kind !== 'vertical',
    reconsiderationOrgan: draft.reconsiderationOrgan.trim(),
    court: draft.court.trim(),
    unit: draft.unit.trim(),
    address: draft.address.trim(),
    postcode: draft.postcode.trim(),
    phone: draft.phone.trim(),
    fax: draft.fax.trim(),
    email: draft.email.trim(),
    hours: draft.hours.trim(),
    position: Number(draft.position) || 0,
  }
}

interface BodyFieldsProps {
  readonly form: FormState<Draft>
  readonly filesTo?: string
  readonly sharesOfficeWith?: string
  /** A new body files to one; only the topmost, made at the first run, files to none. */
  readonly mustFile?: boolean
}

function BodyFields({ form, filesTo, sharesOfficeWith, mustFile }: BodyFieldsProps) {
  const words = useWords()
  const said = words.bodies
  return (
    <>
      <h2>{said.sections.what}</h2>
      <ChoiceField form={form} name="kind" label={said.kind} options={Object.entries(said.kinds)} />
      <ChoiceField form={form} name="level" label={said.level} options={Object.entries(words.access.levels)} />
      <UsccField form={form} />
      <TickField form={form} name="makesRules" label={said.makesRules} hint={said.makesRulesHint} />
      <h2>{said.sections.line}</h2>
      <BodyField
        form={form}
        name="filesTo"
        label={said.filesTo}
        hint={mustFile ? undefined : said.filesToHint}
        optional={!mustFile}
        called={filesTo}
      />
      <BodyField form={form} name="sharesOfficeWith" label={said.sharesOfficeWith} optional called={sharesOfficeWith} />
      {form.values.kind === 'vertical' ? (
        <p className="quiet">{said.isSummedHint}</p>
      ) : (
        <TickField form={form} name="isSummed" label={said.isSummed} hint={said.isSummedHint} />
      )}
      <TextField form={form} name="position" label={said.position} hint={said.positionHint} type="number" min="0" />
      <h2>{said.sections.remedy}</h2>
      <TextField
        form={form}
        name="reconsiderationOrgan"
        label={said.reconsiderationOrgan}
        hint={said.reconsiderationHint}
        optional
        maxLength={100}
      />
      <TextField form={form} name="court" label={said.court} hint={said.courtHint} optional maxLength={100} />
      <h2>{said.sections.contact}</h2>
      <TextField form={form} name="unit" label={said.unit} hint={said.unitHint} optional maxLength={100} />
      <TextField form={form} name="address" label={said.address} optional maxLength={200} />
      <TextField form={form} name="postcode" label={said.postcode} optional maxLength={10} inputMode="numeric" />
      <TextField form={form} name="phone" label={said.phone} optional maxLength={60} type="tel" />
      <TextField form={form} name="fax" label={said.fax} optional maxLength={60} type="tel" />
      <TextField form={form} name="email" label={said.email} optional maxLength={100} type="email" />
      <TextField form={form} name="hours" label={said.hours} hint={said.hoursHint} optional maxLength={100} />
    </>
  )
}

/** The verdict stands under the hint as the code is written. */
function UsccField({ form }: { readonly form: FormState<Draft> }) {
  const said = useWords().bodies
  const verdict = judgeUscc(form.values.uscc.trim().toUpperCase())
  const told = {
    empty: () => said.usccHint,
    right: () => (
      <span className="ok">
        <Icon name="check" size={12} /> {said.usccRight}
      </span>
    ),
    letters: () => <span className="bad">{said.usccLetters}</span>,
    short: () => said.usccShort(verdict.state === 'short' ? verdict.length : 0),
    wrong: () => (
      <span className="bad">
        <Icon name="bad" size={12} /> {said.usccWrong(verdict.state === 'wrong' ? verdict.wanted : '')}
      </span>
    ),
  }[verdict.state]()
  return <TextField form={form} name="uscc" label={said.uscc} hint={told} optional maxLength={18} />
}
