/** A letter as the paper it will be, and the parts the law asks for, each ticked or told as missing. */
import { useQuery } from '@tanstack/react-query'
import type { LetterDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { letterKindsQuery } from '../case/queries.ts'
import './letters.css'

export function Paper({ letter }: { readonly letter: LetterDetail }) {
  const said = useWords().letters
  const { content } = letter
  const paragraphs = content.paragraphs.map((paragraph, place) => ({ ...paragraph, key: `${place}${paragraph.part}` }))
  return (
    <div className="desk-under">
      <article className="paper" lang="zh-CN">
        <h3>
          {content.title.startsWith(letter.body.name) ? (
            <>
              {letter.body.name}
              <br />
              {content.title.slice(letter.body.name.length)}
            </>
          ) : (
            content.title
          )}
        </h3>
        <p className="paper-number">{letter.number ?? <span className="blank">{said.numberLater}</span>}</p>
        <p>{content.salutation}</p>
        {paragraphs.map(({ key, text }) => (
          <p key={key} className="paper-text">
            {text}
          </p>
        ))}
        {content.attachments.length > 0 && (
          <p className="paper-text">
            附件：
            {content.attachments.map((name, place) => (
              <span key={name} style={{ display: 'block' }}>
                {place + 1}.{name}
              </span>
            ))}
          </p>
        )}
        <p className="paper-foot">
          {letter.body.name}
          <br />
          {letter.datedOn ?? <span className="blank">{said.dateLater}</span>}
        </p>
      </article>
    </div>
  )
}

/** Number and date come with approval: till then they are neither there nor missing. */
export function Parts({ letter }: { readonly letter: LetterDetail }) {
  const words = useWords()
  const said = words.letters
  const kinds = useQuery(letterKindsQuery)
  const needed = kinds.data?.find(({ kind }) => kind === letter.kind)?.parts ?? []
  if (needed.length === 0) return null
  return (
    <>
      <p className={letter.missing.length > 0 ? 'warn' : 'ok'} style={{ marginTop: 12 }}>
        <Icon name={letter.missing.length > 0 ? 'warn' : 'check'} />{' '}
        {letter.missing.length > 0 ? said.missingCount(letter.missing.length) : said.allThere}
      </p>
      <ul className="plain letter-parts" aria-label={said.parts}>
        {[...new Set([...needed, ...letter.missing])].map((part) => {
          const isLater = (part === 'number' && letter.number === null) || (part === 'seal-date' && letter.datedOn === null)
          const isMissing = letter.missing.includes(part)
          const [icon, tone] = isMissing
            ? (['warn', 'warn'] as const)
            : isLater
              ? (['clock', 'quiet'] as const)
              : (['check', 'ok'] as const)
          return (
            <li key={part}>
              <span className={tone}>
                <Icon name={icon} size={14} />
              </span>{' '}
              {words.casework.letterParts[part] ?? part}
              <span className={isMissing ? 'warn small' : 'unseen'}>
                {words.colon}
                {isMissing ? said.partMissing : isLater ? said.partLater : said.partThere}
              </span>
              {isLater && !isMissing && (
                <span className="small quiet" aria-hidden="true">
                  {words.and}
                  {said.partLater}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
