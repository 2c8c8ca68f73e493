import { addresses } from '@/sandbox/directories/addresses';
import { companies } from '@/sandbox/directories/companies';
import { type Database } from '@/server/db/client';
import { type Organism } from '@/server/db/generated/client';

/** Left without any office, so that the sentence about it can be seen: Monaco and New Caledonia. */
const unserved = /^98/;

/** One invented office per department. SACEM's lists whole postal codes, SACD's prefixes. */
export async function seedAgencies(db: Database): Promise<void> {
  const codes = listPostalCodes();
  await seedOrganism(db, 'SACEM', codes);
  await seedOrganism(db, 'SACD', new Set([...codes].map(toDepartment)));
}

async function seedOrganism(db: Database, organism: Organism, codes: ReadonlySet<string>): Promise<void> {
  const departments = Map.groupBy(codes, toDepartment);
  const toEmail = (department: string) => `delegation-${department}@${organism.toLowerCase()}.test`;
  await db.agency.createMany({
    data: [...departments.keys()].map((department) => ({
      organism,
      email: toEmail(department),
      name: `Délégation ${organism} ${department}`,
    })),
    skipDuplicates: true,
  });
  const agencies = await db.agency.findMany({ where: { organism }, select: { id: true, email: true } });
  const ids = new Map(agencies.map(({ id, email }) => [email, id]));
  await db.agencyPostalCode.createMany({
    data: [...departments].flatMap(([department, own]) => {
      const agencyId = ids.get(toEmail(department));
      return agencyId === undefined ? [] : own.map((code) => ({ organism, code, agencyId }));
    }),
    skipDuplicates: true,
  });
}

/** Every place of the simulated directories, the chief town of each department, and the districts of the three cities. */
function listPostalCodes(): ReadonlySet<string> {
  const known = [...addresses, ...companies].map(({ postalCode }) => postalCode);
  const towns = range(95).map((number) => `${String(number).padStart(2, '0')}000`);
  const districts = [
    ...range(20).map((number) => 75_000 + number),
    ...range(9).map((number) => 69_000 + number),
    ...range(16).map((number) => 13_000 + number),
  ].map(String);
  return new Set([...known, ...towns, ...districts].filter((code) => !unserved.test(code)));
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Two digits, three overseas. */
function toDepartment(code: string): string {
  return code.slice(0, code.startsWith('97') ? 3 : 2);
}
