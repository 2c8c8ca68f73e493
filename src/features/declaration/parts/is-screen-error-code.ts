import { errorTexts, type ScreenErrorCode } from '@/i18n/errors';

/** Whether a code has a sentence of its own. */
export function isScreenErrorCode(code: string | null): code is ScreenErrorCode {
  return code !== null && code in errorTexts;
}
