import { setImmediate as turn } from 'node:timers/promises';
import type { ISql, Sql, TransactionSql } from 'postgres';

type Work<T extends Record<string, unknown>> = (sql: TransactionSql<T>) => unknown;

/**
 * `begin` for a pool whose server may go away. postgres.js answers a failed statement with ROLLBACK on the same
 * connection; where that was lost, the ROLLBACK ends the process, or reaches the connection after it was opened again
 * for somebody else. So work whose connection is lost is left where it stands: `begin` rejects by itself then.
 */
export function createBegin<T extends Record<string, unknown>>(client: Sql<T>): Sql<T>['begin'] {
  const begin = client.begin as (options: string, work: Work<T>) => Promise<unknown>;

  function survive(options: string | Work<T>, given?: Work<T>): Promise<unknown> {
    const work = given ?? (options as Work<T>);
    let lost = false;
    const guarded: Work<T> = async (sql) => {
      try {
        const result = await work(refuseWhen(() => lost, sql));
        if (!lost) return result;
      } catch (error) {
        // A statement hears of the loss before `begin` does.
        await turn();
        if (!lost) throw error;
      }
      return never;
    };
    return begin(given ? (options as string) : '', guarded).catch((error) => {
      lost = true;
      throw error;
    });
  }
  return survive as Sql<T>['begin'];
}

const never = new Promise<never>(() => {});

/** The transaction's own `sql`, which takes no statement any more once its connection is lost. */
function refuseWhen<S extends ISql>(isLost: () => boolean, sql: S): S {
  return new Proxy(sql, {
    apply(target, self, args) {
      if (isLost()) throw new Error('The transaction is over: its connection was lost.');
      return Reflect.apply(target as never, self, args);
    },
  });
}
