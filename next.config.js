/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run typecheck` and `npm test` check the types, once.
  typescript: { ignoreBuildErrors: true },
  // A folder above may have a package-lock.json of its own.
  turbopack: { root: import.meta.dirname },
  // They read files or the environment beside their own code: they stay packages on the server.
  serverExternalPackages: [
    '@prisma/adapter-pg',
    '@react-pdf/layout',
    '@react-pdf/render',
    '@react-pdf/renderer',
    'nodemailer',
    'pdfkit',
    'pg',
    'pg-boss',
    'pino',
  ],
  allowedDevOrigins: ['127.0.0.1'],
};
