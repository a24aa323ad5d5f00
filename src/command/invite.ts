import type { Config } from '../config.ts';
import { inviteOperator } from '../operator/invite.ts';
import { type Role, roles } from '../operator/role.ts';
import { findActing } from './acting.ts';
import { UsageError } from './exit-code.ts';
import { answer, withHub } from './run.ts';

export type InviteOptions = {
  name: string;
  roles: string;
  language: string;
  as?: string;
  json?: boolean;
};

/** Makes an account and prints the one-time address behind which its owner sets a password: shown this once. */
export async function invite(config: Config, email: string, options: InviteOptions): Promise<void> {
  const { name, language } = options;
  const wanted = readRoles(options.roles);
  await withHub(config, async (hub) => {
    const operatorId = options.as ? (await findActing(hub, options.as)).id : undefined;
    const account = { name, email, roles: wanted, language: language as 'nl' | 'en' };
    const { operator, url, request } = await inviteOperator(hub, {
      ...account,
      ...(operatorId !== undefined && { operatorId }),
    });
    answer(
      { operator: { id: operator.id, email: operator.email, roles: operator.roles }, url, request },
      options,
      [
        `${operator.name} <${operator.email}> has an account. Hand over this address; it works once, for seven days:`,
        url,
        ...(request ? ['Its roles wait until another administrator approves them.'] : []),
      ],
    );
  });
}

function readRoles(text: string): Role[] {
  const words = text.split(',').map((word) => word.trim().toLowerCase().replace(/[-_]/g, ' '));
  const given = words.filter((word) => word !== '');
  const strange = given.find((word) => !roles.includes(word as Role));
  if (strange !== undefined)
    throw new UsageError(`--roles: "${strange}" is no role; there are ${roles.join(', ')}.`);
  return given as Role[];
}
