import type { DemoAccount } from '@office/contracts';

/** The address, and on a demonstration the accounts that anybody may try. */
export function startBanner(address: string, accounts: readonly DemoAccount[]): string {
  const lines = [``, `Project office: ${address}`];
  const [first] = accounts;
  if (!first) return `${lines.join('\n')}\n`;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  return [
    ...lines,
    `Demonstration accounts, password ${first.password}:`,
    ...accounts.map(({ email, name }) => `  ${email.padEnd(width)}  ${name}`),
    ``,
  ].join('\n');
}
