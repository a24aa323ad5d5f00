import { levels } from '../advisory/risk.ts';
import { addPolicyLine } from '../audience/policy-line.ts';
import type { Hub } from '../hub.ts';
import type { Audiences } from './audience.ts';
import type { Group } from './month/moment.ts';

const letters = levels.map((level) => level.charAt(0).toUpperCase());
const urgent = ['H/H'];
const slight = ['L/L'];
const others = letters
  .flatMap((l) => letters.map((i) => `${l}/${i}`))
  .filter((risk) => ![...urgent, ...slight].includes(risk));

/** Whom the CSIRT always tells, in this order. Regulators and partners hear of a case when an officer decides so. */
const told: { group: Group; acknowledge: boolean }[] = [
  { group: 'central government', acknowledge: true },
  { group: 'vital providers', acknowledge: true },
  { group: 'information hubs', acknowledge: false },
  { group: 'csirts', acknowledge: false },
  { group: 'public', acknowledge: false },
];

/** Who hears of what is hardly a risk: those who pass it on to their own as they see fit, and whoever asked to. */
const toldOfSlight: Group[] = ['csirts', 'public'];

/**
 * Writes the policy table, by which the month's versions reach whom the letter says was told: high/high by every
 * address and to be acknowledged within a day, anything else by the preferred address and within three.
 */
export async function writePolicy(
  hub: Hub,
  { audiences, operatorId }: { audiences: Audiences; operatorId: number },
): Promise<void> {
  const lines = [
    { risks: urgent, whom: told, channelRule: 'every' as const, hours: 24, reminders: [4, 12] },
    { risks: others, whom: told, channelRule: 'preferred' as const, hours: 72, reminders: [48] },
    {
      risks: slight,
      whom: toldOfSlight.map((group) => ({ group, acknowledge: false })),
      channelRule: 'every' as const,
      hours: 0,
      reminders: [],
    },
  ].flatMap(({ whom, ...rule }) => whom.map((each) => ({ ...rule, ...each })));
  for (const [index, line] of lines.entries()) {
    const { group, acknowledge, risks, channelRule, hours, reminders } = line;
    await addPolicyLine(hub, {
      position: index + 1,
      audienceId: audiences[group],
      risks,
      channelRule,
      pointerAbove: group !== 'public',
      ...(acknowledge && {
        requestKind: 'acknowledge',
        deadlineMinutes: hours * 60,
        reminderMinutes: reminders.map((hour) => hour * 60),
      }),
      operatorId,
    });
  }
}
