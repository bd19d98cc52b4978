/** `Content-Digest` (RFC 9530) of a file; null where the browser reckons none: without TLS, or when it has no room. */
export async function contentDigest(file: File): Promise<string | null> {
  try {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return `sha-256=:${btoa(String.fromCharCode(...new Uint8Array(digest)))}:`;
  } catch {
    return null;
  }
}
