import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { answered, api } from '../api.ts'
import { useWords } from '../language.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'

/** Says that this is a demo and which day it is there; the day can be moved. */
export function DemoBanner({ today }: { readonly today: string }) {
  const words = useWords()
  const id = useId()
  const client = useQueryClient()
  const [day, setDay] = useState(today)
  const move = useMutation({
    mutationFn: () => answered(api.POST('/demo/clock', { body: { today: day } })),
    onSuccess: () => client.invalidateQueries(),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (day !== '') move.mutate()
  }
  return (
    <aside className="demo no-print" aria-label={words.demo.move}>
      <span>{words.demo.banner(words.dayLong(today))}</span>
      <form onSubmit={send}>
        <label htmlFor={id}>{words.demo.move}</label>
        <input
          id={id}
          className="control"
          style={{ width: 150 }}
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
          required
        />
        <Button size="small" htmlType="submit" aria-disabled={move.isPending}>
          {move.isPending ? words.demo.moving : words.demo.moveTo}
        </Button>
      </form>
      {move.isError && <ProblemBox error={move.error} />}
    </aside>
  )
}
