import type { Child } from 'hono/jsx';
import { phoneReasons } from '../../../src/acknowledgement/why-phone.ts';
import type { Language } from '../../../src/advisory/language.ts';
import { formatOrdinal } from '../../../src/advisory/ordinal.ts';
import { isUrgent } from '../../../src/advisory/risk.ts';
import { formatMoment } from '../../moment.tsx';
import { words as siteWords } from '../../site/words.ts';
import { roleWords } from '../role-words.ts';
import { taskWords } from '../task/words.ts';
import { audienceName, dispatchName } from '../watch/name.ts';
import type { Need } from './need.ts';
import { homeWords } from './words.ts';

type Said = { what: Child; loud?: string | undefined; note: string; href: string; action: string };

/** A need with its one action. */
export function Task({ need, language }: { need: Need; language: Language }) {
  const { what, loud, note, href, action } = say(need, language);
  return (
    <li>
      <span>
        <strong>{what}</strong>: {loud && <span class="tag urgent">{loud}</span>} {note}
      </span>{' '}
      <a class="button second" href={href}>
        {action} <span class="unseen">({what})</span>
      </a>
    </li>
  );
}

function say(need: Need, language: Language): Said {
  const w = homeWords[language];
  switch (need.kind) {
    case 'phone':
      return sayPhone(need, language);
    case 'version':
      return sayVersion(need, language);
    case 'notice':
      return sayNotice(need, language);
    case 'dispatch':
      return sayDispatch(need, language);
    case 'task':
      return sayTask(need, language);
    case 'unsigned': {
      const href = '/.well-known/csaf/provider-metadata.json';
      return { what: 'OpenPGP', note: w.unsigned, href, action: w.look };
    }
    case 'lost': {
      const href = `/console/advisories/${need.trackingId}/progress`;
      return { what: need.trackingId, note: w.lost(need.lost), href, action: w.look };
    }
    case 'confirm': {
      const href = `/console/advisories/${need.trackingId}/board`;
      return { what: need.trackingId, note: w.answers(need.answers), href, action: w.confirm };
    }
    case 'withdrawal': {
      const { versionId, name, operator } = need.withdrawal;
      const href = `/console/versions/${versionId}/withdrawal`;
      return { what: name, note: w.withdrawal(operator), href, action: w.review };
    }
    default:
      return sayAdministration(need, language);
  }
}

type Of<K extends Need['kind']> = Extract<Need, { kind: K }>;

function sayPhone({ trackingId, counts }: Of<'phone'>, language: Language): Said {
  const w = homeWords[language];
  const unreached = counts.get('unreached');
  const others = phoneReasons.flatMap((reason) => {
    const count = counts.get(reason);
    return count && reason !== 'unreached' ? [w.calls[reason](count)] : [];
  });
  return {
    what: `${trackingId}, ${w.phoneList}`,
    loud: unreached ? w.calls.unreached(unreached) : undefined,
    note: others.join(', '),
    href: `/console/advisories/${trackingId}/board#phone-list`,
    action: w.phone,
  };
}

function sayTask({ task }: Of<'task'>, language: Language): Said {
  const w = taskWords[language];
  const { organisations, contact, detail } = task;
  return {
    what: `${organisations.join(', ') || contact || w.nobody}: ${w.kinds[task.kind]}`,
    note: [organisations.length > 0 && contact, detail].filter(Boolean).join('; '),
    href: `/console/tasks/${task.id}`,
    action: w.open,
  };
}

function sayVersion({ version }: Of<'version'>, language: Language): Said {
  const w = homeWords[language];
  const { id, state, remark, texts, publishAt } = version;
  const title = texts[language].title;
  const why = state === 'draft' && remark ? `; ${w.sentBack}: ${remark}` : '';
  const when = publishAt ? `; ${w.setFor} ${formatMoment(publishAt, language)}` : '';
  const step = {
    draft: { to: 'edit', action: w.edit },
    'in review': { to: 'preview', action: w.review },
    approved: publishAt ? { to: 'publish', action: w.look } : { to: 'publish', action: w.publish },
  }[state];
  return {
    what: `${version.trackingId} [${formatOrdinal(version.ordinal)}]`,
    loud: isUrgent(version) ? siteWords[language].urgent : undefined,
    note: `${title}${why}${when}`,
    href: `/console/versions/${id}/${step.to}`,
    action: step.action,
  };
}

function sayNotice({ notice }: Of<'notice'>, language: Language): Said {
  const w = homeWords[language];
  const action = { draft: w.submit, 'in review': w.review, approved: w.publish, published: w.open };
  return {
    what: notice.content[language].title,
    note: w.notice,
    href: `/console/notices/${notice.id}`,
    action: action[notice.state],
  };
}

function sayDispatch({ dispatch, done, all }: Of<'dispatch'>, language: Language): Said {
  const w = homeWords[language];
  const going = all > 0 ? w.running(done, all) : w.waiting;
  return {
    what: `${dispatchName(dispatch, language)}: ${audienceName(dispatch, language)}`,
    loud: dispatch.pausedAt ? w.paused : undefined,
    note: [dispatch.pausedReason, going].filter(Boolean).join('; '),
    href: `/console/dispatches/${dispatch.id}`,
    action: dispatch.pausedAt ? w.decide : w.watch,
  };
}

function sayAdministration(need: Of<'roles' | 'unreachable' | 'trail'>, language: Language): Said {
  const w = homeWords[language];
  if (need.kind === 'unreachable') {
    const href = `/console/organisations/${need.organisationId}`;
    return { what: need.name, note: w.unreachable, href, action: w.give };
  }
  if (need.kind === 'trail') {
    const head = need.at ? `${w.head} ${formatMoment(need.at, language)}` : w.noHead;
    return {
      what: 'Audit',
      note: `${w.trail(need.entries)}; ${head}`,
      href: '/console/audit',
      action: w.verify,
    };
  }
  const named = need.roles.map((role) => roleWords[language][role]).join(', ') || w.rolesNone;
  const note = w.roles(need.name, named, need.requester) + (need.mine ? ` (${w.own})` : '');
  return {
    what: need.name,
    note,
    href: '/console/operators',
    action: need.mine ? w.look : w.decideRoles,
  };
}
