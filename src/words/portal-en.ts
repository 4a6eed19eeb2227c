import type { PortalWords } from './portal.ts'

const article = (numbers: string) => `Regulation on Open Government Information, Art. ${arabic(numbers)}`

/** Words of the portal in English. Official Chinese terms stand where a reader needs them to find the same thing again. */
export const portalEnglish: PortalWords = {
  product: 'Gongkai',
  siteName: (government) => government,
  disclosure: 'Open government information',
  titled: (page, site) => `${page} - ${site}`,
  listComma: ', ',
  colon: ': ',
  article,
  skip: 'Skip to the content',
  strip: 'Display and language',
  elder: 'Large print',
  elderOff: 'Standard size',
  contrast: 'High contrast',
  contrastOff: 'Standard contrast',
  accessibility: 'Accessibility',
  otherLanguage: '中文',
  nav: 'Main',
  menu: 'Menu',
  searchButton: 'Search',
  searchSite: 'Search the site',
  searchHint: 'Name, short name or former name of a body, or a column',
  searchShort: 'Body or column',
  trail: 'You are here',
  day: (year, month, day) => `${day} ${months[month - 1]} ${year}`,
  phone: 'Telephone',

  pages: {
    home: 'Home',
    statutory: 'Statutory content',
    reports: 'Annual reports',
    apply: 'Request information',
    track: 'Track a request',
    check: 'Check a report',
    guide: 'Guide',
    systems: 'Rules',
    bodies: 'Public bodies',
    sitemap: 'Site map',
    feeds: 'Subscribe',
    openData: 'Open data',
    corrections: 'Report an error',
    validity: 'Is a document in force?',
  },

  foot: {
    label: 'About this site',
    organiser: (name) => `Organiser: ${name}`,
    undertaker: (name) => `Operator: ${name}`,
    contact: (text) => `Contact: ${text}`,
    siteCode: (code) => `Site code ${code}`,
    links: 'Services of this site',
    qr: 'Scan to read this page on your phone',
    printed: (title, address, day) => `${title}. ${address}. Content as of ${day}.`,
  },

  demo: {
    label: 'About this demonstration',
    says: (day) => `Demonstration: everything here is made up, and the clock stands at ${day}.`,
    field: 'Set the clock to',
    button: 'Set the clock',
  },

  empty: {
    noRegion: 'Nothing is set up here yet',
    noRegionText:
      'This site was just installed and knows no region or body. An administrator signs in at the desk and completes the first run.',
    noRegionLink: 'Go to the desk',
  },

  home: {
    title: (region) => `Find government information of ${region}`,
    description: (region, bodies) =>
      `Open government information of ${bodies} public bodies of ${region}: guides, rules, statutory content, annual reports and requests.`,
    examples: 'Try: ',
    errands: 'What you can do',
    errandApply: 'Request information',
    errandTrack: 'See where my request is',
    errandValidity: 'See whether a document is in force',
    sections: 'Sections',
    numerals: ['1', '2', '3', '4', '5'],
    sectionHints: {
      guide: 'What there is, how to find it, whom to ask',
      systems: 'The Regulation and the rules of this work',
      statutory: 'Policies, plans, budgets, licences, penalties',
      reports: (bodies) => `Annual reports of ${bodies} bodies`,
      apply: (days) => `Not found? Request it; the answer comes within ${days} working days`,
    },
    latest: 'Latest',
    latestEmpty: (day) => `As of ${day}, no document has been published here`,
    latestNext:
      'Documents will be listed here by date once a body publishes its first. Until then, see the guides, or request what you need.',
    latestLink: 'See the guides',
    changes: 'Changes of bodies',
    allChanges: 'Subscribe',
    year: (year) => `The year ${year}`,
    yearHint: (year) => `Figures of ${year} have not been published here yet.`,
    yearNext: (departments, governments) => `Departments publish their reports by ${departments}, governments by ${governments}.`,
    figures: ['Published', 'Requests received', 'Requests answered', 'Normative documents in force'],
    notPublished: 'not published',
    yearLink: 'How annual reports are published',
    consultations: 'Open consultations',
    consultationsEmpty: 'No consultation is open now.',
    bodies: 'Public bodies',
    allBodies: (count) => `All ${count} bodies, by name`,
    groupCount: (count) => `${count}`,
  },

  groups: {
    government: () => 'Government and its office',
    department: () => 'Departments',
    town: () => 'Towns and streets',
    zone: () => 'Zones',
    dispatched: () => 'Dispatched organs',
    authorised: () => 'Authorised organisations',
    party: () => 'Party bodies sharing an office',
    vertical: () => 'Vertical organs',
  },
  kinds: {
    government: 'Government',
    office: 'Government office',
    department: 'Department',
    town: 'Town or street',
    zone: 'Zone',
    dispatched: 'Dispatched organ',
    authorised: 'Authorised organisation',
    party: 'Party body sharing an office',
    vertical: 'Vertical organ',
  },
  verticalNote: 'Run by the department above it; listed here, never counted in local sums.',

  bodies: {
    title: 'Public bodies',
    description: (region) => `Every body of ${region} that must publish: name, address, telephone, hours and columns.`,
    count: (count) => `${bodiesCounted(count)}`,
    found: (count) => `${bodiesCounted(count)} found`,
    withEnded: (ended) => `, ${ended} of them ended`,
    filter: 'Filter bodies',
    name: 'Name',
    kind: 'Kind',
    allKinds: 'All kinds',
    ended: 'Also list bodies that have ended',
    button: 'Filter',
    columns: { name: 'Body', kind: 'Kind', phone: 'Telephone', address: 'Address' },
    download: 'Download the list: ',
    noHit: (terms) => `No body found ${terms}`,
    noHitTerms: (q, kind) => [q && `with “${q}” in its name`, kind && `of the kind “${kind}”`].filter(Boolean).join(' and '),
    noHitTry: 'Try fewer characters. A body may have changed its name, or ended.',
    dropQuery: 'Any name',
    dropKind: 'Any kind',
    addEnded: 'Search ended bodies too',
    fileName: 'public-bodies',
    fileColumns: {
      name: 'name',
      shortName: 'short name',
      formerNames: 'former names',
      kind: 'kind',
      uscc: 'unified social credit code',
      unit: 'disclosure unit',
      address: 'address',
      postcode: 'postcode',
      phone: 'telephone',
      fax: 'fax',
      email: 'e-mail',
      hours: 'office hours',
      establishedOn: 'established on',
      endedOn: 'ended on',
      successors: 'successors',
      url: 'address of its page',
    },
  },

  body: {
    description: (name) => `Guide, rules, statutory content, annual reports and requests of ${name}.`,
    address: 'Address',
    unit: 'Disclosure unit',
    phone: 'Telephone',
    hours: 'Hours',
    incomplete: 'This body has not given the address and telephone of its disclosure unit yet.',
    apply: 'Request information from this body',
    columns: 'Columns of this body',
    columnNow: (title) => `Column: ${title}`,
    endedOn: (day) => `This body ended on ${day}.`,
    successorDid: { merged: 'Merged into: ', split: 'Its duties went to: ', transferred: 'Its duties moved to: ' },
    endedApply: 'Its information and requests are with its successors.',
    endedAlone: 'No successor is recorded yet. Ask the government’s office for its information.',
    predecessors: 'Took over from: ',
    formerName: (name, until) => `Former name: ${name} (until ${until})`,
    formerNameUndated: (name) => `Former name: ${name}`,
    sharesOffice: (name) => `Shares an office with ${name}`,
    home: 'Start',
    start: (day) => `As of ${day}, this body has published 0 documents here. Columns without content are listed all the same.`,
    contents: 'Columns',
    countDocuments: (count) => (count === 1 ? '1 document' : `${count} documents`),
    noReport: 'none published yet',
    guideHint: 'What is published, how to find it, how to request it; address and telephone of the unit',
    systemsHint: 'Laws, administrative regulations and national rules this work rests on',
    statutoryHint: 'The 15 items of Article 20',
    reportsHint: 'Last year’s report, each January',
    applyHint: 'What to write, where to send it, how long the answer takes',
  },

  guide: {
    description: (name) => `Guide to the information of ${name}: classes, order, access, and the unit’s name, address, hours and contacts.`,
    basis: (name) =>
      `This guide follows the ${article('十二')} and is made from the record of ${name}; when the record changes, so does this page.`,
    toc: 'On this page',
    whatTitle: '1. What is published',
    what: 'The body publishes those of the 15 items of Article 20 that are part of its duties, and what other laws, regulations and national rules require.',
    whatLink: 'All columns of statutory content',
    orderTitle: '2. How it is ordered',
    order: 'By column, newest first. Each entry gives index number, title, summary and date of creation.',
    orderTerm: (days) =>
      `Information is published within ${days} working days of being made or changed, unless another law sets another limit (Art. 26).`,
    accessTitle: '3. How to get it',
    access: [
      'On this site, by column or by search; no account is needed, and everything can be downloaded and printed.',
      'In reading places of state archives, public libraries and service halls (Art. 25).',
      'Subscribe, and a feed reader tells you what is new.',
    ],
    applyTitle: '4. What is not published can be requested',
    apply: 'Any citizen, legal person or other organisation may ask, without giving reasons (Art. 27, 29).',
    applyTerm: (answer, extension) =>
      `The answer is given on the spot where possible, else within ${answer} working days of receipt; with the approval of the head of the disclosure unit, and telling the applicant, it may take up to ${extension} more (Art. 33).`,
    applyLink: 'How to ask',
    unitTitle: '5. The disclosure unit',
    unitRows: {
      unit: 'Unit',
      address: 'Address',
      hours: 'Office hours',
      phone: 'Telephone',
      fax: 'Fax',
      email: 'E-mail',
      postcode: 'Postcode',
      uscc: 'Unified social credit code',
    },
    notGiven: 'not given',
    remedyTitle: '6. Supervision and remedies',
    remedyReport: 'Whoever finds that the body does not publish as the law requires may report it to the competent department (Art. 47).',
    remedySupervisor: (name) => `This body’s work is supervised by ${name}.`,
    remedyAppeal:
      'Whoever finds their rights infringed may complain or report, ask for administrative reconsideration, or sue (Art. 51). Against a refusal to disclose, reconsideration comes first (Administrative Reconsideration Law, Art. 23).',
    remedyOrgan: 'Reconsideration organ',
    remedyCourt: 'Competent court',
  },

  systems: {
    description: (name) => `The regulations and national rules on which ${name} publishes.`,
    intro: 'These national rules govern open government information. The body’s own rules will be listed after them once published here.',
    columns: { title: 'Title', number: 'Number', force: 'In force or issued' },
    own: 'The body’s own rules',
    ownEmpty: (day) => `As of ${day}, the body has published no rules of its own here.`,
    ownNext: 'To see them, telephone the disclosure unit.',
  },

  statutory: {
    description: (name) => `What ${name} publishes by itself, in the 15 items of the ${article('二十')}.`,
    intro: (day) =>
      `After the ${article('二十')}. As of ${day}, 0 documents are published here; a column without documents shows 0 and stays.`,
    columns: { item: 'Item', title: 'Column', count: 'Documents' },
    itemNumber: (item) => `(${item})`,
    extra: (where) => `Under Article 21, ${where} also publish:`,
    extraCounty: 'governments of cities with districts and of counties, and their departments,',
    extraTown: 'town governments',
    elsewhere: 'Not here? Ask the disclosure unit, or request it.',
    functionsNote: 'Address, telephone and hours are in the guide',
    items: [
      { short: 'Regulations, rules, normative documents', full: 'Administrative regulations, rules and normative documents' },
      { short: 'Functions', full: 'Functions, structure, address, hours, contacts and names of heads' },
      { short: 'Plans', full: 'Plans of economic and social development, special and regional plans, and related policies' },
      { short: 'Statistics', full: 'Statistics of economic and social development' },
      { short: 'Licences', full: 'Basis, conditions, procedure and results of administrative licences and other external services' },
      {
        short: 'Penalties and coercion',
        full: 'Basis, conditions and procedure of penalties and coercive measures, and penalty decisions of some social impact',
      },
      { short: 'Budgets and accounts', full: 'Budgets and final accounts' },
      { short: 'Administrative fees', full: 'Administrative fees, their basis and standards' },
      { short: 'Central procurement', full: 'Catalogue, standards and execution of central government procurement' },
      { short: 'Major projects', full: 'Approval and execution of major construction projects' },
      {
        short: 'Livelihood policies',
        full: 'Policies and measures on poverty relief, education, medical care, social security and employment, and their execution',
      },
      { short: 'Emergencies', full: 'Emergency plans, warnings and response' },
      {
        short: 'Inspection',
        full: 'Inspection of environment, public health, work safety, food and drugs, and product quality',
      },
      { short: 'Civil-service recruitment', full: 'Posts, quotas, conditions and results of civil-service recruitment' },
      { short: 'Other', full: 'Whatever else laws, regulations, rules and national provisions require to be published' },
    ],
    extraItems: {
      county: [
        'municipal construction',
        'public services',
        'public welfare',
        'land expropriation',
        'house expropriation',
        'public order',
        'social assistance',
      ],
      town: [
        'carrying out rural policy',
        'irrigation works',
        'transfer of land-contract rights',
        'review of homestead use',
        'land expropriation',
        'house expropriation',
        'raising of funds and labour',
        'social assistance',
      ],
    },
    numerals: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'],
  },

  report: {
    description: (name, year) =>
      `Annual report of ${name} on open government information, ${year}: six chapters, three tables, and what each figure counts.`,
    published: (day, version) => `Published on ${day}, version ${version}`,
    corrected: (day) => `Corrected on ${day}: `,
    years: 'Years',
    opens: 'Each figure in the tables opens: what it counts, under which provision, and how it moved since the year before.',
    hash: 'Checksum of this version (SHA-256): ',
    counts: 'What it counts',
    basis: 'Provision',
    change: 'Since the year before',
    close: 'Close',
    notPublished: 'not published',
    units: { piece: '', case: '', money: '× 10,000 yuan' },
    what: (table, part) =>
      table === 'proactive'
        ? 'Documents made, decisions taken and fees charged in the body’s own name: those of the year, or in force on 31 December.'
        : table === 'challenges'
          ? 'Reconsiderations and suits on open government information that were concluded in the year, or pending on 31 December; a suit counts once however many instances it has.'
          : part === 'in'
            ? 'Requests received: new in the year, or carried over from the year before, by kind of applicant.'
            : part === 'out'
              ? 'Requests not answered by 31 December, which go on in the next year.'
              : 'Requests answered in the year, each in one row; an answer of several kinds stands under “partly disclosed”.',
    source: (article) => (article === null ? '国办公开办函〔2021〕30号' : `《政府信息公开条例》${article}；国办公开办函〔2021〕30号`),
    changed: (year, before, change) =>
      before === null || change === null
        ? `The report on ${year} is not published here, so there is nothing to compare.`
        : change === 0
          ? `${before} in ${year} as well.`
          : `${before} in ${year}: ${Math.abs(change).toLocaleString('en-US')} ${change > 0 ? 'more' : 'fewer'} now.`,
    inYear: (year, value) => `${year} ${value ?? 'not published'}`,
    missing: (name, year) => `${name} has not published its report on ${year} here`,
    missingNext: 'Look at the years that are published, or ask the disclosure unit of the body.',
  },

  reports: {
    count: (years) => `Reports on ${years} years are published`,
    latest: (year) => `The latest is on ${year}`,
    table: 'Main figures by year',
    columns: {
      year: 'Year',
      publishedOn: 'Published on',
      received: 'Requests received',
      concluded: 'Concluded',
      granted: 'Disclosed',
      carriedOut: 'Carried over',
    },
    finding: (year, received, change) =>
      `${received} requests came in during ${year}${change === null ? '' : change === 0 ? ', as many as the year before' : `, ${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} than the year before`}.`,
    allYears: 'All cells of all years',
    missing: 'not published',
    description: (name) => `Annual reports on open government information of ${name}.`,
    empty: (day) => `As of ${day}, no annual report of this body has been published here`,
    next: {
      department: (year, by) =>
        `The report for ${year - 1} must be submitted and published by ${by} (Art. 49). It will be listed here, with those of earlier years.`,
      government: (year, by) =>
        `The report for ${year - 1} must be published by ${by} (Art. 49). It will be listed here, with those of earlier years.`,
      other: (year) =>
        `The department above sets the day of the report for ${year - 1}. It will be listed here, with those of earlier years.`,
    },
    contents: 'What an annual report says',
    contentsBasis: 'Under Article 50 and 国办公开办函〔2021〕30号 it has six chapters:',
    chapters: [
      'Overview',
      'Information published',
      'Requests received and handled',
      'Reconsideration and litigation',
      'Main problems and improvement',
      'Other matters',
    ],
    check: 'Do you hold a report, and want to know whether its figures add up?',
    checkLink: 'Check a report',
  },

  apply: {
    description: (name) => `How to request information from ${name}: what to write, where to send it, how long it takes, what it costs.`,
    notOnline: 'This body takes no requests on this site',
    notOnlineText: 'Bring or send a letter. The three things below are enough: no form, no reasons.',
    endedText: 'Ask the body that took over its duties.',
    requiredTitle: 'What to write',
    required: [
      'Your name or that of your organisation, proof of identity, and how to reach you',
      'Which information: title, document number, or other features by which it can be found (year, place, matter)',
      'The form you want: paper, file or a look at it, and how it should reach you',
    ],
    requiredBasis: 'Article 29. Whoever truly cannot write may ask orally, and the unit fills in the request.',
    channelsTitle: 'Where to send it',
    inPerson: 'In person',
    inPersonText: (address, hours) => (hours ? `${address}, ${hours}` : address),
    inPersonDay: 'Received on the day you hand it in.',
    byPost: 'By post',
    byPostText: (address, postcode, name) =>
      `${name}, ${address}${postcode ? ` (postcode ${postcode})` : ''}. Write 政府信息公开申请 on the envelope.`,
    byPostDay: 'Received on the day it is signed for; an ordinary letter, on the day both sides confirm it.',
    byFax: 'By fax',
    byFaxDay: 'Received on the day both sides confirm it: telephone after sending.',
    ask: 'If anything is unclear, telephone',
    noAddress: 'This body has not given an address yet. Telephone the government’s office first.',
    receiptBasis: 'Days of receipt: Article 31.',
    termsTitle: 'How long it takes',
    terms: {
      answer: (days) => `The answer comes within ${days} working days of receipt`,
      extension: (days) => `With approval it may take up to ${days} working days more, and you are told`,
      correction: (days) =>
        `If the request is unclear, you are told once, within ${days} working days, what to add; the time then starts anew`,
      consultation: (days) =>
        `Where a third party is concerned, it is asked in writing and has ${days} working days; that time does not count`,
    },
    feesTitle: 'What it costs',
    fees: 'Nothing. Where number or frequency clearly exceed what is reasonable, a fee may be charged (Art. 42); you are told in writing first, with basis, standard and amount.',
    helpTitle: 'If reading, hearing or seeing is hard',
    help: 'Telephone or tell the staff; the body gives the help you need (Art. 43).',
    before: 'Search before you ask',
    beforeText: 'For what is already published, the answer only says where to read it.',
  },

  choose: {
    guide: 'Each body has its own guide: what it publishes, how to find it, whom to ask. Choose the body.',
    statutory: 'Each body publishes what falls to it of the 15 items of Article 20. Choose the body.',
    reports: 'From each January on, bodies publish the report on the year before. Choose the body.',
    apply: 'Ask the body that made or keeps the information: that is fastest (Art. 10). Choose the body.',
    unsure: 'Not sure which? Ask the government’s office; if it is not theirs, they tell you whose it is (Art. 36).',
    find: 'Find a body by name',
  },

  validity: {
    description: 'See whether a normative document is in force, amended, expired or repealed.',
    empty: (day) => `As of ${day}, no document is registered here`,
    next: 'Once they are, each says under its title whether it is in force, amended, expired or repealed, and since when.',
    now: 'For now, telephone the body that made the document.',
    link: 'Find a body’s telephone',
  },
  corrections: {
    description: 'How to tell us about an error on this site.',
    intro: 'If you find a misprint, an old telephone number, a dead link or something untrue, tell us.',
    how: 'How to say it',
    text: 'Telephone or write: which page, what is wrong, what it should be.',
    page: 'You came from: ',
    who: 'Whom to tell',
    own: 'For errors about one body, its own disclosure unit is fastest.',
    none: 'This site has not given a contact yet. Find a telephone number in the list of bodies.',
  },

  search: {
    title: 'Search',
    titled: (q) => `Results for “${q}”`,
    description: 'Find bodies by name, short name or former name, and columns.',
    ask: 'Write what to look for, such as a body’s name.',
    found: (count, q) => `${count} ${count === 1 ? 'result' : 'results'} for “${q}”`,
    bodies: 'Bodies',
    columns: 'Columns',
    documents: 'Documents',
    documentsEmpty: 'No document has been published here yet, so only bodies and columns are searched.',
    matchedAs: (name) => `Also called ${name}`,
    matchedFormer: (name) => `Former name: ${name}`,
    ended: (day) => `Ended on ${day}`,
    none: (q) => `Nothing found for “${q}”`,
    try: 'What to try:',
    tries: ['Fewer characters, such as 教育 alone', 'An older or shorter name of the body', 'The list of bodies, by kind'],
    tryBodies: 'All bodies',
    tryApply: 'What is not published can be requested',
    tooLong: 'The words were too long; only the first 100 characters were used.',
  },

  accessibilityPage: {
    description: 'How this site works for those who see or hear little or use no mouse.',
    sections: [
      {
        title: 'Size and colour',
        lines: [
          '“Large print” at the top enlarges all text to 137.5 % in one column; “High contrast” gives black on white and thicker borders. The choice stays, without account or script.',
          'At 400 % zoom nothing scrolls sideways but wide tables, inside their frames.',
          'If your system asks for more contrast, forced colours or less motion, this site follows.',
        ],
      },
      {
        title: 'Keyboard only',
        lines: [
          'Tab reaches “Skip to the content” first, then every link, button and field; a thick frame shows where you are.',
          'No script, hover or mouse is needed to read, search or download.',
        ],
      },
      {
        title: 'Screen readers',
        lines: [
          'Headings have levels; navigation and content are landmarks; tables have headers; icons have words beside them.',
          'Chinese names on English pages are marked as Chinese, so the voice changes.',
        ],
      },
    ],
    standards: 'After the Law on Building an Accessible Environment, GB/T 37668-2019 and WCAG 2.2 level AA.',
    problem: 'If something keeps you out',
    problemText: 'Tell us what you cannot read or use. Bodies help whoever has difficulty reading or writing to make a request (Art. 43).',
    problemLink: 'Tell us',
  },

  sitemapPage: {
    description: 'All sections and bodies of this site.',
    site: 'This site',
    bodies: 'Bodies',
  },

  feeds: {
    description: 'Follow this site with a feed reader.',
    intro:
      'Put one of these addresses into a feed reader; it tells you what is new, without account or telephone number. For now they carry bodies set up, renamed and ended; documents follow once there are any.',
    rss: 'RSS 2.0',
    atom: 'Atom 1.0',
    title: (site) => `${site}: updates`,
    latest: 'Latest updates',
    none: (day) => `As of ${day}, there are none.`,
    established: (name) => `${name} was set up`,
    renamed: (before, after) => `${before} was renamed ${after}`,
    ended: (name) => `${name} ended`,
    endedInto: (name, successors) => `${name} ended; its duties went to ${successors}`,
  },

  openDataPage: {
    description: 'Data of this site for download: formats, licence, interface.',
    intro: 'People and programs can download all of this without an account.',
    columns: { what: 'Data', formats: 'Formats' },
    bodies: 'List of public bodies',
    bodiesHint: 'Names, former names, kinds, addresses, telephones, hours, days of setting up and ending',
    updates: 'Updates',
    addresses: 'List of addresses',
    api: 'Interface',
    apiHint: 'Bodies, search and computing of deadlines have a public interface, described in OpenAPI 3.1.',
    apiLink: 'See the description',
    licence: 'Licence',
    licenceText:
      'The list of bodies is government information and free to use; name the source and the day of download, and say so where you changed it.',
    stable: 'Addresses stay: a body’s code never changes once in use, and bodies that ended keep their pages.',
  },

  trouble: {
    notFound: 'There is no such page',
    notFoundText: (path) => `Nothing is at “${path}”. The address may be mistyped, or a body may have moved.`,
    noBody: 'There is no such body',
    noBodyText: (slug) =>
      `No body has the code “${slug}”. Bodies that ended or changed their name keep their address, so it is probably mistyped.`,
    tryThese: 'What you can do:',
    trySearch: 'Search for it',
    tryBodies: 'Look in the list of bodies',
    tryHome: 'Go to the first page',
    tryCorrections: 'Did this site give you the link? Tell us',
    failed: 'This page failed',
    failedText: (reference) => `The fault is ours. Open it again in a while; if it fails again, tell us the number ${reference}.`,
    away: 'Nothing can be looked up right now',
    awayText: 'The database is coming back, usually within a minute. The page is fine: open it again in a moment.',
    again: 'Open it again',
    tooMany: 'Too many requests',
    wrong: 'This request cannot be understood',
    wrongText: 'Some part of the address is wrong. Start from the first page or from search.',
  },
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const bodiesCounted = (count: number) => (count === 1 ? '1 body' : `${count} bodies`)

/** 十二 as 12: articles are named in Chinese numerals, below one hundred. */
function arabic(numbers: string): string {
  const [tens, ones] = numbers.includes('十') ? numbers.split('十') : ['0', numbers]
  const digit = (text: string | undefined, empty: number) => (text ? '〇一二三四五六七八九'.indexOf(text) : empty)
  return String((numbers.includes('十') ? digit(tens, 1) : 0) * 10 + digit(ones, 0))
}
