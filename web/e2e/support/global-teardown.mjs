export default async function tearDown() {
  await globalThis.officeServer?.stop();
}
