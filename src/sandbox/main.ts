import { startSandbox } from './start-sandbox';

/**
 * The simulated outside world as a process. Ports: SANDBOX_PORT, SANDBOX_SMTP_PRIMARY_PORT, SANDBOX_SMTP_FALLBACK_PORT
 * (0 or absent: free ones). SANDBOX_REFERENCE_DATE places the season. Prints one JSON line when ready; SIGTERM or SIGINT ends it.
 */
const { env } = process;

function readPort(value: string | undefined): number {
  const port = Number(value ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`« ${value} » n’est pas un port`);
  return port;
}

const sandbox = await startSandbox({
  ports: {
    http: readPort(env.SANDBOX_PORT),
    smtpPrimary: readPort(env.SANDBOX_SMTP_PRIMARY_PORT),
    smtpFallback: readPort(env.SANDBOX_SMTP_FALLBACK_PORT),
  },
  reference: env.SANDBOX_REFERENCE_DATE === undefined ? undefined : new Date(env.SANDBOX_REFERENCE_DATE),
  sacdKeys: {
    ...(env.SACD_API_CONSUMER_KEY ? { consumerKey: env.SACD_API_CONSUMER_KEY } : {}),
    ...(env.SACD_API_SECRET_KEY ? { secretKey: env.SACD_API_SECRET_KEY } : {}),
    ...(env.SACD_API_PROVIDER_NAME ? { providerName: env.SACD_API_PROVIDER_NAME } : {}),
    ...(env.SACD_API_PROVIDER_REFFILE ? { providerReference: env.SACD_API_PROVIDER_REFFILE } : {}),
    ...(env.SACD_API_PROVIDER_PASSWORD ? { providerPassword: env.SACD_API_PROVIDER_PASSWORD } : {}),
  },
});

process.stdout.write(`${JSON.stringify({ ready: true, url: sandbox.url, environment: sandbox.environment })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void sandbox.stop().then(() => process.exit(0));
  });
}
