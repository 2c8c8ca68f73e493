'use client';
import { useState } from 'react';
import { type DatesEntry, type DatesFault, emptyEntry, mergeStarts, readAllDates, typeEntry } from './dates-entry';

/** The dates of a form: those added, what is typed to make more, and what is wrong with it. */
export function useDates(taken: ReadonlySet<string>) {
  const [planned, setPlanned] = useState<readonly string[]>([]);
  const [entry, setEntry] = useState(emptyEntry);
  const [fault, setFault] = useState<DatesFault | null>(null);
  const all = readAllDates(entry, planned, taken);
  return {
    planned,
    entry,
    fault,
    /** Every date that the form would create now, those typed and not added too; or what must be mended first. */
    all,
    /** How many that is: what the button says before it is pressed. */
    count: all.ok ? all.starts.length : planned.length,
    setPlanned,
    tell: setFault,
    type: (change: Partial<Omit<DatesEntry, 'pending'>>) => {
      setEntry((current) => typeEntry(current, change));
      setFault(null);
    },
    /** What was typed is in the list now, but for the lines that could not be read. Returns how many dates are new. */
    add: (starts: readonly string[], rest: Partial<DatesEntry>): number => {
      const fresh = mergeStarts(planned, starts).filter((start) => !planned.includes(start) && !taken.has(start));
      setPlanned(mergeStarts(planned, fresh));
      setEntry((current) => ({ ...current, ...rest }));
      setFault(null);
      return fresh.length;
    },
    /** These were created: what was added or typed since they were sent stays. */
    settle: (created: readonly string[]) => {
      setPlanned((current) => current.filter((start) => !created.includes(start)));
      setEntry((current) => (current === entry ? { ...current, list: '', pending: 'nothing' } : current));
    },
  };
}

export type Dates = ReturnType<typeof useDates>;
