/** Node's own heap grows as far as the machine lets it; the office needs little, and garbage is collected sooner in a small one. */
export const serverFlags = ['--enable-source-maps', '--max-old-space-size=192', '--max-semi-space-size=4'];
