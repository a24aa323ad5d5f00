import type { RequestedWithdrawal } from '../../../../src/advisory/list-requested-withdrawals.ts';
import type { Version } from '../../../../src/advisory/version.ts';
import type { Role } from '../../../../src/operator/role.ts';
import type { Frame } from '../../frame.tsx';
import { type ShowWords, showWords } from '../show-words.ts';

type ActionsProps = {
  version: Version;
  withdrawal: RequestedWithdrawal | undefined;
  frame: Frame;
};
type Action = { to: string; label: string; for: readonly Role[] };

/** What this person can do with a version in its state. */
export function VersionActions({ version, withdrawal, frame }: ActionsProps) {
  const { language, caller } = frame;
  const w = showWords[language];
  const mine = actionsOf(version, withdrawal, w).filter((action) =>
    action.for.some((role) => caller.roles.includes(role)),
  );
  return (
    <>
      {withdrawal && <p class="banner">{w.asked(withdrawal.operator)}</p>}
      {mine.length > 0 && (
        <p class="actions">
          {mine.map(({ to, label }) => (
            <a class="button second" href={`/console/versions/${version.id}/${to}`}>
              {label}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

const lookers: readonly Role[] = ['author', 'approver', 'duty officer', 'auditor'];

function actionsOf(
  version: Version,
  withdrawal: RequestedWithdrawal | undefined,
  w: ShowWords,
): Action[] {
  if (version.state === 'draft')
    return [
      { to: 'edit', label: w.edit, for: ['author'] },
      { to: 'submit', label: w.submit, for: ['author'] },
      { to: 'preview', label: w.preview, for: lookers },
    ];
  if (version.state === 'in review')
    return [
      { to: 'preview', label: w.review, for: ['approver'] },
      { to: 'preview', label: w.preview, for: ['author', 'duty officer', 'auditor'] },
    ];
  if (version.state === 'approved')
    return [
      { to: 'publish', label: w.publish, for: ['duty officer', 'approver'] },
      { to: 'preview', label: w.preview, for: lookers },
    ];
  if (version.withdrawnAt) return [];
  if (withdrawal) return [{ to: 'withdrawal', label: w.approveWithdrawal, for: ['approver'] }];
  return [{ to: 'withdraw', label: w.withdraw, for: ['author', 'approver', 'duty officer'] }];
}
