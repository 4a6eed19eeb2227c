/** Approve, or send back with an opinion: two buttons under one box, enough for a phone. */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { Decision, SignOffDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { TextField, useForm } from '../../parts/form.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Problem } from '../../problem.ts'
import { Step } from './sign-offs.tsx'

export function Decide({ one }: { readonly one: SignOffDetail }) {
  const words = useWords().signOffs
  const client = useQueryClient()
  const form = useForm({ opinion: '' })
  const [running, setRunning] = useState<Decision | null>(null)

  const decide = async (decision: Decision) => {
    setRunning(decision)
    await form.send(async ({ opinion }) => {
      if (decision === 'returned' && opinion.trim() === '')
        throw new Problem(400, 'invalid-input', words.needsOpinion, [{ where: 'opinion', what: words.needsOpinion }])
      const now = await answered(
        api.POST('/sign-offs/{id}/decision', {
          params: { path: { id: one.id } },
          body: { decision, opinion: opinion.trim(), contentHash: one.contentHash },
        }),
      )
      client.setQueryData(['sign-offs', one.id], now)
      await Promise.all([
        client.invalidateQueries({ queryKey: ['tasks'] }),
        client.invalidateQueries({ queryKey: ['sign-offs'], refetchType: 'none' }),
      ])
    })
    setRunning(null)
  }
  return (
    <Panel title={words.decide} link={<Step one={one} />}>
      <div className="inside stack">
        {form.problem && form.problem.fields.length === 0 && <ProblemBox error={form.problem} />}
        <TextField form={form} name="opinion" label={words.opinion} hint={words.opinionHint} lines={3} maxLength={2000} />
        <div className="acts">
          <Button type="primary" aria-disabled={running !== null} onClick={() => void decide('approved')}>
            {running === 'approved' ? words.approving : words.approve}
          </Button>
          <Button danger aria-disabled={running !== null} onClick={() => void decide('returned')}>
            {running === 'returned' ? words.sendingBack : words.sendBack}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
