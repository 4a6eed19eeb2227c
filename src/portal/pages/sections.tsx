import { levelOf, livingBodies } from '../register.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import { ApplyRules } from './apply.tsx'
import type { Column } from './body.tsx'
import { NationalRules } from './columns.tsx'
import { BodyGroups } from './home.tsx'
import { notSetUp } from './not-set-up.tsx'

/** One section over all bodies: what it is, and whose to look at. Duties lie with each body, so the region has no section of its own. */
export function sectionPage(frame: Frame, section: Column): Page {
  const { visit, register } = frame
  if (!register.region) return notSetUp(frame)
  const { words } = visit
  const { choose } = words
  const living = livingBodies(register)
  const office = living.find(({ kind }) => kind === 'office')
  const title = words.pages[section]
  return {
    title,
    description: section === 'systems' ? words.systems.description(register.region.name) : choose[section],
    ...((section === 'statutory' || section === 'reports' || section === 'apply') && { at: section }),
    trail: [{ label: title }],
    children: (
      <>
        <h1>{title}</h1>
        {section === 'systems' ? (
          <>
            <p>{words.systems.intro}</p>
            <NationalRules visit={visit} />
            <h2>{words.systems.own}</h2>
          </>
        ) : (
          <p class="lead">{choose[section]}</p>
        )}
        {section === 'apply' && office && (
          <p>
            {choose.unsure}{' '}
            <a href={`/b/${office.slug}/apply`}>
              <Name visit={visit}>{office.name}</Name>
            </a>
          </p>
        )}
        <form class="filter" action="/bodies" method="get" aria-label={words.bodies.filter}>
          <label class="grow">
            <span>{choose.find}</span>
            <input type="search" name="q" maxLength={100} />
          </label>
          <button type="submit" class="button primary">
            {words.searchButton}
          </button>
        </form>
        <BodyGroups bodies={living} visit={visit} level={visit.language === 'zh-CN' ? levelOf(register.region) : ''} section={section} />
        {section === 'apply' && (
          <article class="text">
            <ApplyRules visit={visit} />
          </article>
        )}
      </>
    ),
  }
}
