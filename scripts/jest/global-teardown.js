export default async function stopServer() {
  await globalThis.testDatabaseServer?.stop();
}
