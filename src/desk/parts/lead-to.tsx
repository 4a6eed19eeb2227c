import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { parseSearch } from '../address.ts'
import { Skeleton } from './states.tsx'

interface LeadToProps {
  /** A path of the desk; what follows a question mark in it is kept. */
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}

/**
 * Leads elsewhere, once, to where it was first drawn for. The router's own Navigate goes again at every drawing, also while the page it leads
 * to is still loading; where its target comes from the address, that never ends.
 */
export function LeadTo(target: LeadToProps) {
  const navigate = useNavigate()
  const [{ to, search }] = useState(target)
  useEffect(() => {
    const [path, written = ''] = to.split('?') as [string, string?]
    void navigate({ to: path, search: { ...parseSearch(written), ...search } as never, replace: true })
  }, [navigate, to, search])
  return <Skeleton />
}
