export const root: string;
/** Installs what is missing, then runs a TypeScript program of scripts/ with the project's own Node. */
export function runProgram(file: string): Promise<void>;
/** Calls `stop` once when a person or the system asks for the end, or when the terminal or npm above is gone. */
export function onEndAsked(stop: (signal: NodeJS.Signals) => void): void;
/** Marks the dependencies as those of the present package-lock.json. */
export function stampDependencies(): void;
