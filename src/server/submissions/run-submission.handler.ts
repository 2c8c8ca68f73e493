import 'server-only';
import { type z } from 'zod';
import { createSacdClient, type SacdClient } from '@/declarations/sacd/client';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { type JobHandler } from '@/server/jobs/define-job';
import { logger } from '@/server/logger';
import { mailer } from '@/server/mailer/mailer';
import { deliverDocuments } from './deliver-documents';
import { deliverReceipt } from './deliver-receipt';
import { deliverSacd } from './deliver-sacd';
import { deliverSacem } from './deliver-sacem';
import { processSubmission } from './process-submission';
import { type runSubmissionJob } from './run-submission';

export const handle: JobHandler<z.infer<(typeof runSubmissionJob)['schema']>> = async (
  { submissionId },
  { jobId, attempt, signal },
) => {
  const { APP_BASE_URL: baseUrl, MAIL_FROM_DOMAIN: mailDomain } = env();
  const post = mailer();
  const deliveries = {
    'sacem-mail': deliverSacem(post, mailDomain),
    'sacd-declare': deliverSacd(sacdClient()),
    'sacem-documents-mail': deliverDocuments(post, mailDomain),
    'sacd-documents-mail': deliverDocuments(post, mailDomain),
    'receipt-mail': deliverReceipt({ mailer: post, mailDomain, baseUrl }),
  };
  const tools = { db: database(), deliveries, now: () => new Date() };
  await processSubmission(tools, submissionId, { jobId, attempt, signal });
};

let client: SacdClient | undefined;

/** One per worker: it keeps its token between declarations. */
function sacdClient(): SacdClient {
  client ??= createSacdClient(
    {
      baseUrl: env().SACD_API_BASE_URL,
      consumerKey: env().SACD_API_CONSUMER_KEY,
      secretKey: env().SACD_API_SECRET_KEY,
      providerName: env().SACD_API_PROVIDER_NAME,
      providerReference: env().SACD_API_PROVIDER_REFFILE,
      providerPassword: env().SACD_API_PROVIDER_PASSWORD,
    },
    {
      declareTimeoutMilliseconds: env().SACD_API_TIMEOUT_SECONDS * 1000,
      log: (entry) => logger().info({ organism: 'SACD', ...entry }, 'organism called'),
    },
  );
  return client;
}
