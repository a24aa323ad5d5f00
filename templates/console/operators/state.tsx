import type { Language } from '../../../src/advisory/language.ts';
import type { ListedOperator } from '../../../src/operator/list-operators.ts';
import type { Role } from '../../../src/operator/role.ts';
import { Moment } from '../../moment.tsx';
import { roleWords } from '../role-words.ts';
import { operatorWords } from './words.ts';

/** Roles by name, or that there are none. */
export function rolesIn(language: Language, roles: readonly Role[]): string {
  return roles.map((role) => roleWords[language][role]).join(', ') || operatorWords[language].none;
}

/** Whether an account can be used, and if not, why. */
export function State({ operator, language }: { operator: ListedOperator; language: Language }) {
  const w = operatorWords[language];
  const { disabledAt, invitedUntil, twoFactorEnabled } = operator;
  if (disabledAt) return <>{w.disabled}</>;
  if (twoFactorEnabled) return <>{w.active}</>;
  if (!invitedUntil) return <>{w.unenrolled}</>;
  return (
    <>
      {w.invited} <Moment at={invitedUntil} language={language} />
    </>
  );
}
