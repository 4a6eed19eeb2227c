/** Every kind of letter, by whom it is to; each leads to its wording. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { Register } from '../../parts/register.tsx'
import { Loaded } from '../../parts/states.tsx'
import { letterKindsQuery } from '../case/queries.ts'
import { BodyChoice, useBodyInAddress } from './body-choice.tsx'

export function Templates() {
  const words = useWords()
  const said = words.letters
  const body = useBodyInAddress()
  const kinds = useQuery(letterKindsQuery)
  return (
    <Page title={said.templates} lead={said.templatesLead}>
      <div className="filters">
        <BodyChoice label={said.templateFor} />
      </div>
      <Loaded query={kinds}>
        {(all) => (
          <Register
            caption={said.templates}
            rows={all}
            keyOf={({ kind }) => kind}
            columns={[
              {
                key: 'title',
                head: said.fieldTitle,
                names: true,
                cell: ({ kind, title }) => (
                  <Link className="row-link" to={`/templates/${kind}`} search={{ body } as never}>
                    {title}
                  </Link>
                ),
              },
              { key: 'to', head: said.fieldRecipient, cell: ({ to }) => said.kindsNames[to] ?? to },
              { key: 'source', head: said.source, cell: ({ source }) => source },
              {
                key: 'parts',
                head: said.parts,
                cell: ({ parts }) => parts.map((part) => words.casework.letterParts[part] ?? part).join(words.listComma),
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  )
}
