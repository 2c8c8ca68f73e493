import { handleAuth } from '@/server/auth/handle-auth';

export const dynamic = 'force-dynamic';
export const GET = handleAuth;
export const POST = handleAuth;
