/** A question about the record that the database answers by name. */
export interface View {
  readonly name: string;
  readonly title: string;
  readonly sql: string;
}

/** The common questions. Each is read-only and says no more than the tables: planned is not done, silence is silence. */
export const views: readonly View[] = [
  {
    name: 'silence',
    title: '项目的状态，和最晚提到它的文章；此后有没有更晚的文章而没有提它',
    sql: `SELECT id, title, kind, status, status_as_of, last_mention, meta.value AS newest_article,
  last_mention < meta.value AS silent_since_newest_article, url
FROM projects JOIN meta ON meta.key = 'cut_off'`,
  },
  {
    name: 'projects_by_status',
    title: '各种状态的项目',
    sql: `SELECT status, count(*) AS projects FROM projects GROUP BY status`,
  },
  {
    name: 'project_mentions',
    title: '项目的每一次记载：哪篇文章、哪句话、什么用字',
    sql: `SELECT projects.id AS project, projects.title, progress.nth, progress.kind, progress.outcome, progress.wording,
  progress.date, progress.date_basis, progress.evidence_quote AS quote, passages.id AS passage,
  sources.title AS article
FROM progress
JOIN projects ON projects.record = progress.record
JOIN passages ON passages.id = progress.evidence_passage
JOIN sources ON sources.id = passages.source`,
  },
  {
    name: 'chain_steps',
    title: '线索的各处，依时间',
    sql: `SELECT chains.id AS chain, chains.title, chains.subject, hops.nth, hops.lane, hops.kind, hops.date, hops.date_basis,
  hops.evidence_quote AS quote, hops.wording, hops.own, hops.ground, sources.title AS article
FROM hops
JOIN chains ON chains.record = hops.record
JOIN sources ON sources.id = hops.source`,
  },
  {
    name: 'clause_followups',
    title: '条款之后，哪篇文章的哪句话承接它，凭什么',
    sql: `SELECT clauses.id AS clause, clauses.title AS clause_title, links."of" AS clause_words, links.ground, links.reason,
  records.record AS later, records.title AS later_title, links.quote AS later_quote,
  sources.title AS article, sources.date_value AS later_date, sources.date_basis AS later_date_basis
FROM links
JOIN clauses ON clauses.record = links."to"
JOIN records ON records.record = links.record
JOIN passages ON passages.id = links.passage
JOIN sources ON sources.id = passages.source`,
  },
  {
    name: 'clause_projects',
    title: '条款的承诺所及的项目，和它们的状态',
    sql: `SELECT clauses.id AS clause, commitments.id AS commitment, commitments.quote, projects.id AS project,
  projects.title AS project_title, projects.status, projects.status_as_of, projects.last_mention
FROM commitment_projects
JOIN commitments ON commitments.record = commitment_projects.record AND commitments.nth = commitment_projects.nth
JOIN clauses ON clauses.record = commitments.record
JOIN projects ON projects.id = commitment_projects.project`,
  },
  {
    name: 'overdue_commitments',
    title: '到最晚一篇文章时期限已过而没有文章报道的承诺',
    sql: `SELECT records.title, commitments.record, commitments.id AS commitment, commitments.quote, commitments.deadline,
  commitments.due_by, commitments.due_ground, commitments.url
FROM commitments
JOIN records ON records.record = commitments.record
WHERE commitments.overdue = 1`,
  },
  {
    name: 'commitments_by_region',
    title: '由哪个地区承诺什么',
    sql: `SELECT regions.title AS region, records.title, commitments.record, commitments.id AS commitment, commitments.quote,
  commitments.modality_level, commitments.modality_wording, commitments.url
FROM commitment_owner_regions
JOIN regions ON regions.id = commitment_owner_regions.region
JOIN commitments
  ON commitments.record = commitment_owner_regions.record AND commitments.nth = commitment_owner_regions.nth
JOIN records ON records.record = commitments.record`,
  },
  {
    name: 'quotes',
    title: '每条记录的引文，连同文章和日期',
    sql: `SELECT evidence.record, records.title, evidence.quote, passages.id AS passage, sources.title AS article,
  sources.date_value AS article_date, sources.date_basis AS article_date_basis
FROM evidence
JOIN records ON records.record = evidence.record
JOIN passages ON passages.id = evidence.passage
JOIN sources ON sources.id = passages.source`,
  },
  {
    name: 'titles_by_article',
    title: '谁在哪篇文章里是什么职务，照所印',
    sql: `SELECT leaders.title AS person, roles.title, sources.title AS article, sources.date_value AS article_date,
  sources.date_basis AS article_date_basis, roles.quote
FROM roles
JOIN leaders ON leaders.record = roles.record
JOIN sources ON sources.id = roles.source`,
  },
  {
    name: 'figures_side_by_side',
    title: '看着相像而数的不是一样东西的数字',
    sql: `SELECT one.title AS figure, other.title AS beside, one.id, other.id AS beside_id
FROM record_beside
JOIN figures AS one ON one.record = record_beside.record
JOIN figures AS other ON other.id = record_beside.figure`,
  },
];

/** The pages whose text holds the characters of `:q` one after another, punctuation and space not counted. */
export const exactSearch = `WITH RECURSIVE letters(n, phrase) AS (
  SELECT 1, substr(:q, 1, 1)
  UNION ALL
  SELECT n + 1, phrase || ' ' || substr(:q, n + 1, 1) FROM letters WHERE n < length(:q)
)
SELECT pages.url, pages.title, pages.kind, blocks.anchor, blocks.text
FROM blocks_index
JOIN blocks ON blocks.id = blocks_index.rowid
JOIN pages ON pages.url = blocks.page
WHERE blocks_index MATCH '"' || replace((SELECT phrase FROM letters ORDER BY n DESC LIMIT 1), '"', ' ') || '"'
ORDER BY pages.url, blocks.id`;
