import type { Task } from '../../../src/acknowledgement/list-tasks.ts';
import { formatMoment } from '../../moment.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { ProseField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { taskWords } from './words.ts';

type Props = { frame: Frame; task: Task; filled: Filled };

/** Something that only a person can settle: what, whom it is about, what to do, and the form that closes it. */
export function TaskPage({ frame, task, filled }: Props) {
  const { language, caller } = frame;
  const w = taskWords[language];
  const title = `${w.task} ${task.id}: ${w.kinds[task.kind]}`;
  return (
    <ConsoleFrame {...frame} title={title} here="home">
      <h1>{title}</h1>
      <ErrorSummary filled={filled} language={language} />
      <Facts task={task} frame={frame} />
      {!task.closedAt && <p>{w.todo[task.kind]}</p>}
      {!task.closedAt && !caller.roles.includes('duty officer') && <p>{w.cannot}</p>}
      {!task.closedAt && caller.roles.includes('duty officer') && (
        <form id="close" method="post" action={`/console/tasks/${task.id}`}>
          <ProseField
            filled={filled}
            path="remark"
            label={w.remark}
            hint={w.remarkHint}
            rows={3}
            required
          />
          <FormFoot label={w.close} />
        </form>
      )}
    </ConsoleFrame>
  );
}

function Facts({ task, frame: { language } }: Pick<Props, 'task' | 'frame'>) {
  const w = taskWords[language];
  return (
    <dl>
      {task.organisations.length > 0 && <dt>{w.organisations}</dt>}
      {task.organisations.length > 0 && <dd>{task.organisations.join(', ')}</dd>}
      {task.contactId && <dt>{w.contact}</dt>}
      {task.contactId && (
        <dd>
          <a href={`/console/contacts/${task.contactId}`}>{task.contact}</a>
        </dd>
      )}
      {task.channel && <dt>{w.channel}</dt>}
      {task.channel && <dd>{task.channel}</dd>}
      {task.detail && <dt>{w.detail}</dt>}
      {task.detail && <dd>{task.detail}</dd>}
      <dt>{w.opened}</dt>
      <dd>{formatMoment(task.openedAt, language)}</dd>
      {task.closedAt && <dt>{w.closed}</dt>}
      {task.closedAt && <dd>{formatMoment(task.closedAt, language)}</dd>}
      {task.remark && <dt>{w.done}</dt>}
      {task.remark && <dd>{task.remark}</dd>}
    </dl>
  );
}
