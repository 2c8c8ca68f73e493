import 'server-only';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { currentCorrelationId } from './correlation';
import { env } from './env';
import { maskSecrets, maskText } from './mask-secrets';

type Write = (fieldsOrMessage: object | string, message?: string) => void;

/** `log.info({ seriesId }, 'series stored')`: facts in fields, a constant sentence in English. */
export type Logger = Readonly<Record<'debug' | 'info' | 'warn' | 'error', Write>> & {
  /** A logger whose lines all carry these fields. */
  child(fields: object): Logger;
};

/** JSON lines, with the correlation id of what is under way, and secrets masked at every depth. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return wrap(
    pino(
      {
        level,
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        // Errors are described by maskSecrets already.
        serializers: { err: (error: unknown) => error },
        formatters: { level: (label) => ({ level: label }) },
        mixin: () => {
          const correlationId = currentCorrelationId();
          return correlationId === null ? {} : { correlationId };
        },
      },
      destination ?? pino.destination(1),
    ),
  );
}

let shared: Logger | undefined;

/** The logger of this process. */
export function logger(): Logger {
  shared ??= createLogger(env().LOG_LEVEL);
  return shared;
}

function wrap(instance: PinoLogger): Logger {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error'): Write =>
    (fieldsOrMessage, message) => {
      if (!instance.isLevelEnabled(level)) return;
      if (typeof fieldsOrMessage === 'string') instance[level](maskText(fieldsOrMessage));
      else instance[level](maskSecrets(fieldsOrMessage), message === undefined ? undefined : maskText(message));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (fields) => wrap(instance.child(Object(maskSecrets(fields)))),
  };
}
