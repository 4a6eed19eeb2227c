import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { Section } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'

/** The sections (内设机构) of a body; each may have a liaison. */
export function Sections({ slug }: { readonly slug: string }) {
  const said = useWords().bodies
  const may = useMay()
  const sections = useQuery({
    queryKey: ['sections', slug],
    queryFn: () => answered(api.GET('/bodies/{slug}/sections', { params: { path: { slug }, query: { ended: true } } })),
  })
  const [isAdding, setIsAdding] = useState(false)
  const [ending, setEnding] = useState<Section | null>(null)
  return (
    <Panel
      title={said.sectionsTitle}
      link={
        may('section.add') && (
          <button type="button" className="link-button" onClick={() => setIsAdding(true)}>
            {said.addSection}
          </button>
        )
      }
    >
      <Loaded query={sections}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty what={said.noSections} next={said.sectionsHint} />
          ) : (
            <ul>
              {items.map((section) => (
                <li key={section.id} style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
                  <span className={section.endedOn ? 'quiet' : undefined}>
                    {section.name} {section.endedOn && said.sectionEnded(section.endedOn)}
                  </span>
                  {!section.endedOn && may('section.end') && (
                    <Button size="small" onClick={() => setEnding(section)} aria-label={said.endSectionOf(section.name)}>
                      {said.endSection}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog title={said.addSection} isOpen={isAdding} onClose={() => setIsAdding(false)}>
        <AddSection slug={slug} onDone={() => setIsAdding(false)} />
      </Dialog>
      <Dialog title={ending ? said.endSectionOf(ending.name) : ''} isOpen={ending !== null} onClose={() => setEnding(null)}>
        {ending && <EndSection section={ending} onDone={() => setEnding(null)} />}
      </Dialog>
    </Panel>
  )
}

function AddSection({ slug, onDone }: { readonly slug: string; readonly onDone: () => void }) {
  const said = useWords().bodies
  const client = useQueryClient()
  const form = useForm({ name: '' }, { name: said.sectionName })
  return (
    <Form
      form={form}
      verb={said.addSection}
      busyVerb={said.adding}
      onSend={async ({ name }) => {
        await answered(api.POST('/bodies/{slug}/sections', { params: { path: { slug } }, body: { name: name.trim() } }))
        await client.invalidateQueries({ queryKey: ['sections', slug] })
        onDone()
      }}
    >
      <TextField form={form} name="name" label={said.sectionName} maxLength={100} />
    </Form>
  )
}

function EndSection({ section, onDone }: { readonly section: Section; readonly onDone: () => void }) {
  const said = useWords().bodies
  const { today } = useSession()
  const client = useQueryClient()
  const form = useForm({ on: today }, { on: said.endSectionOn })
  return (
    <Form
      form={form}
      danger
      verb={said.endSection}
      busyVerb={said.ending}
      onSend={async ({ on }) => {
        await answered(api.POST('/sections/{id}/end', { params: { path: { id: section.id } }, body: { on } }))
        await client.invalidateQueries({ queryKey: ['sections'] })
        onDone()
      }}
    >
      <TextField form={form} name="on" label={said.endSectionOn} type="date" />
    </Form>
  )
}
