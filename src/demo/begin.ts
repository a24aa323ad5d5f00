import { pushClock } from '../clock.ts';
import type { Hub } from '../hub.ts';
import { nameAudiences } from './audience.ts';
import { createChance } from './country/chance.ts';
import type { Country } from './country/invented.ts';
import { month } from './month/month.ts';
import { writePolicy } from './policy.ts';
import { minutesFrom } from './replay/advance.ts';
import type { Stage } from './replay/stage.ts';
import { settleCountry } from './settle-country.ts';
import { settlePartner } from './settle-partner.ts';
import { settleTelegram } from './settle-telegram.ts';
import { hireStaff } from './staff.ts';
import type { World } from './world/world.ts';

type Given = { hub: Hub; world: World; country: Country; report: Stage['report'] };

/** Sets the stage on the day before the month: staff, organisations, contacts, their channels, audiences and the policy. */
export async function begin({ hub, world, country, report }: Given): Promise<Stage> {
  const [first] = month;
  await pushClock(hub, { to: minutesFrom(new Date(first?.at ?? 0), -24 * 60) });
  const staff = await hireStaff(hub);
  const operatorId = staff.Fatima;
  const settled = await settleCountry(hub, { country, operatorId });
  const { organisations } = country;
  await settleTelegram({ hub, world, country, settled });
  await settlePartner(hub, world, settled);
  const audiences = await nameAudiences(hub, { operatorId, settled, organisations });
  await writePolicy(hub, { audiences, operatorId });
  return {
    hub,
    world,
    country,
    settled,
    staff,
    audiences,
    report,
    chance: createChance(20200124),
    advisoryId: null,
    versions: new Map(),
    unrecorded: [],
  };
}
