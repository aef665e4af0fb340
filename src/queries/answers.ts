import { entriesOf, type Graph } from '../graph/graph.ts';
import type { Obligation } from '../graph/obligations.ts';
import type { Entry } from '../model/collections.ts';
import type { Evidence } from '../model/evidence.ts';
import type { RecordView } from '../model/views.ts';
import { addressOf } from '../routes.ts';
import { obligationsIn } from './obligations.ts';
import { agreementOf, href, isOf, linkTo, toEvidenceView, undertakingName } from './views.ts';

/** What an entry answers for, each in the words of an article; nothing for what is neither person nor body. */
export function answersFor(
  graph: Graph,
  entry: Entry,
): { id: string; title: string; records: RecordView[] }[] {
  const answers = isOf(entry, 'leaders')
    ? [{ id: 'signed', title: '签署的协议', records: signedBy(graph, entry.id) }]
    : isOf(entry, 'organisations')
      ? [
          { id: 'concluded', title: '签订或制定', records: concludedBy(graph, entry.id) },
          { id: 'owed-by', title: '由它承担的承诺', records: promises(graph, entry.id, 'owner') },
          { id: 'owed-to', title: '“对谁”里写到它的承诺', records: promises(graph, entry.id, 'towards') },
        ]
      : [];
  return answers.filter(({ records }) => records.length > 0);
}

function signedBy(graph: Graph, leader: string): RecordView[] {
  return entriesOf(graph, 'agreements').flatMap((agreement) =>
    (agreement.data.signatories ?? [])
      .filter((signatory) => signatory.leader === leader)
      .flatMap(({ title, party, evidence, onBehalf }) => [
        toRecord(graph, `${party}一方，印作“${title}”`, agreement, evidence),
        ...(onBehalf === undefined ? [] : [toRecord(graph, `${party}一方`, agreement, onBehalf)]),
      ]),
  );
}

function concludedBy(graph: Graph, organisation: string): RecordView[] {
  return entriesOf(graph, 'agreements').flatMap((agreement) =>
    (agreement.data.parties ?? [])
      .filter((party) => party.organisation === organisation)
      .map(({ evidence }) =>
        toRecord(graph, agreement.data.kind === 'plan' ? '制定' : '签订的一方', agreement, evidence),
      ),
  );
}

function toRecord(
  graph: Graph,
  heading: string,
  agreement: Entry<'agreements'>,
  evidence: Evidence,
): RecordView {
  const view = toEvidenceView(graph, evidence);
  return { heading, date: view.date, evidence: view, links: [linkTo(agreement)] };
}

function promises(graph: Graph, organisation: string, role: 'owner' | 'towards'): RecordView[] {
  return obligationsIn(graph)
    .filter(({ commitment }) => commitment[role]?.organisations?.includes(organisation) === true)
    .map((obligation) => promiseRecord(graph, obligation, role));
}

/** A commitment in its own words, below the words that name the body. */
function promiseRecord(
  graph: Graph,
  { entry, commitment }: Obligation,
  role: 'owner' | 'towards',
): RecordView {
  const { passage } = entry.data;
  const view = toEvidenceView(graph, { passage, quote: commitment.quote });
  const named = commitment[role];
  const ground = named?.quote === undefined ? '' : `，据同段“${named.quote}”`;
  return {
    heading: `原文作“${named?.as ?? ''}”${ground}`,
    date: view.date,
    evidence: view,
    links: [
      {
        label: `《${agreementOf(graph, entry).data.shortTitle}》${undertakingName(graph, entry)}`,
        href: href(`${addressOf(entry)}#${commitment.id}`),
      },
    ],
  };
}
