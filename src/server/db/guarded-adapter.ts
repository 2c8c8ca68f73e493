import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError, type SqlQuery, type Transaction } from '@prisma/driver-adapter-utils';

const endOfTransaction = /^\s*(?:COMMIT|ROLLBACK)\s*;?\s*$/i;

/**
 * Prisma's adapter, whose transactions run nothing once they have ended. Prisma rolls back a transaction that lasts too long
 * while one of its operations may be between two statements (a create with its children): the second would then run on the
 * released connection, outside any transaction, and be kept without the rest. Seen by the crash tests (scripts/crash) with
 * Prisma 7.10. To be removed when Prisma waits for the operation under way before it rolls back.
 */
export class GuardedPrismaPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => guard(await startTransaction(isolationLevel));
    return adapter;
  }
}

function guard(transaction: Transaction): Transaction {
  const executeRaw = transaction.executeRaw.bind(transaction);
  const queryRaw = transaction.queryRaw.bind(transaction);
  let hasEnded = false;
  const check = ({ sql }: SqlQuery) => {
    const isEnd = endOfTransaction.test(sql);
    if (hasEnded && !isEnd) {
      throw new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'the transaction has ended' });
    }
    hasEnded ||= isEnd;
  };
  return Object.assign(transaction, {
    async executeRaw(query: SqlQuery) {
      check(query);
      return executeRaw(query);
    },
    async queryRaw(query: SqlQuery) {
      check(query);
      return queryRaw(query);
    },
  });
}
