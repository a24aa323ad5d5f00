import { offersResponse } from '../src/acknowledgement/answer-sheet.ts';
import type { Language } from '../src/advisory/language.ts';
import { formatOrdinal } from '../src/advisory/ordinal.ts';
import { fieldId } from './acknowledge/field.tsx';
import type { FormProps } from './acknowledge/form.tsx';
import { AnswerForm, ConfirmForm, NotForUsForm, ResponseForm } from './acknowledge/forms.tsx';
import { Standings } from './acknowledge/standings.tsx';
import { words } from './acknowledge/words.ts';
import { Layout } from './layout.tsx';
import { Moment } from './moment.tsx';

export type AcknowledgePageProps = Omit<FormProps, 'nonce'> & {
  /** Of a form that asks for the first time, and of one that asks again. */
  nonces: { first: string; again: string };
  paths: Record<Language, string>;
  /** What happened to the form that came in, when it was neither taken nor wrong at a field. */
  notice?: 'stale' | 'again' | undefined;
};

/**
 * The page behind a link: what was sent, how the answer stands, and the forms to give or change it. Whoever holds the
 * link holds the message, so the page shows what the message's subject line shows and no more: of a full message the
 * tracking id and the title, of a pointer nothing at all. The text of an advisory is never here.
 */
export function AcknowledgePage(props: AcknowledgePageProps) {
  const { sheet, language, paths, findings, notice, nonces } = props;
  const w = words[language];
  const wrong = findings.length > 0 || notice !== undefined;
  const first = { ...props, nonce: nonces.first };
  const again = { ...props, nonce: nonces.again };
  const answered = sheet.standings.every((standing) => standing.choice !== null);
  return (
    <Layout
      language={language}
      title={wrong ? `${w.error}: ${w.title}` : w.title}
      paths={paths}
      personal
    >
      <h1>{answered ? w.answered : w.asked}</h1>
      {wrong && <Wrong {...props} />}
      <Message {...props} />
      <Standings sheet={sheet} language={language} />
      {isPending(props) && (
        <section>
          <h2>{w.pendingTitle}</h2>
          <ConfirmForm {...again} />
        </section>
      )}
      {offersResponse(sheet) && <Request {...(notice === 'again' ? again : first)} />}
      <Answering {...first} answered={answered} />
      <NotForUs {...(notice === 'again' ? again : first)} />
    </Layout>
  );
}

/** Something waits for a person, and this is not the moment at which a response is asked for again. */
const isPending = ({ sheet, notice }: AcknowledgePageProps) =>
  notice !== 'again' && sheet.standings.some((standing) => standing.pendingChoice !== null);

/** Everything that is wrong, first thing on the page, each with the way to its field. */
function Wrong({ language, findings, notice, typed }: AcknowledgePageProps) {
  const w = words[language];
  return (
    <div class="banner" role="alert">
      <h2>{w.errors}</h2>
      {notice && <p>{w[notice]}</p>}
      <ul>
        {findings.map(({ path, message }) => (
          <li>
            <a href={`#${fieldId(typed?.form ?? 'answer', path)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Message(props: AcknowledgePageProps) {
  const { sheet, language } = props;
  const w = words[language];
  return (
    <>
      {sheet.form === 'pointer' && <p>{w.pointer}</p>}
      <dl class="facts">
        {sheet.form === 'full' && <Subject {...props} />}
        <dt>{w.sentTo}</dt>
        <dd>{sheet.contact}</dd>
        <dt>{w.standsFor}</dt>
        <dd>{sheet.standings.map((standing) => standing.name).join(', ')}</dd>
        {sheet.deadlineAt && (
          <>
            <dt>{w.deadline}</dt>
            <dd>
              <Moment at={sheet.deadlineAt} language={language} />
            </dd>
          </>
        )}
      </dl>
      <Since {...props} />
    </>
  );
}

/** What the subject line of a full message says. */
function Subject({ sheet, language }: AcknowledgePageProps) {
  const w = words[language];
  return (
    <>
      <dt>{w.advisory}</dt>
      <dd>
        {sheet.trackingId} [{formatOrdinal(sheet.ordinal)}] <span class="tag">TLP:{sheet.tlp}</span>
      </dd>
      <dt>{w.subject}</dt>
      <dd>{sheet.title[language]}</dd>
    </>
  );
}

/** What has happened to the version since it was sent. */
function Since({ sheet, language }: AcknowledgePageProps) {
  const w = words[language];
  const full = sheet.form === 'full';
  return (
    <>
      {full && sheet.withdrawnAt && (
        <p class="banner">
          {w.withdrawn} <Moment at={sheet.withdrawnAt} language={language} />.
        </p>
      )}
      {sheet.newerOrdinal !== null && (
        <p class="banner">
          {full ? `${w.newer}${formatOrdinal(sheet.newerOrdinal)}.` : w.newerUnnamed}{' '}
          {full && w.newerNote}
        </p>
      )}
    </>
  );
}

function Request(props: FormProps) {
  const { sheet, language, typed } = props;
  const w = words[language];
  const responded = sheet.standings.every((standing) => standing.status !== null);
  return (
    <section>
      <h2>{w.request}</h2>
      {sheet.requestedBy && (
        <p>
          {w.requestBy} {sheet.requestedBy}.
        </p>
      )}
      <p>{w[sheet.requestKind as 'report back' | 'comply or explain']}</p>
      <Folded folded={responded && typed?.form !== 'response'} summary={w.respondAgain}>
        <ResponseForm {...props} />
      </Folded>
    </section>
  );
}

function Answering({ answered, ...props }: FormProps & { answered: boolean }) {
  const w = words[props.language];
  const asked = offersResponse(props.sheet);
  const summary = answered ? w.change : asked ? w.alsoReceived : w.otherAnswer;
  const pending = props.sheet.standings.some((standing) => standing.pendingChoice !== null);
  return (
    <Folded
      folded={(answered || asked || pending) && props.typed?.form !== 'answer'}
      summary={summary}
    >
      <AnswerForm {...props} />
    </Folded>
  );
}

/** The way out for whoever must be warned: it ends at the duty officer. */
function NotForUs(props: FormProps) {
  const { sheet, language, typed } = props;
  const w = words[language];
  if (sheet.notForUsAt !== null)
    return (
      <p>
        {w.notForUsSaid} <Moment at={sheet.notForUsAt} language={language} />.
      </p>
    );
  return (
    <Folded folded={typed?.form !== 'not-for-us'} summary={w.notForUs}>
      <NotForUsForm {...props} />
    </Folded>
  );
}

type FoldedProps = { folded: boolean; summary: string; children: unknown };

/** A form that is not what most come for stands behind its heading; it opens without a script. */
function Folded({ folded, summary, children }: FoldedProps) {
  if (!folded) return <>{children}</>;
  return (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
