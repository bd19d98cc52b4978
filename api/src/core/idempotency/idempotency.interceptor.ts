import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, of, throwError, type Observable } from 'rxjs';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';
import type { OfficeRequest } from '../http/access.js';
import { ProblemError } from '../http/problem.js';
import { IdempotencyRepository, type Claim, type IdempotencyRecord } from './idempotency.repository.js';

const PLAIN_KEY = /^[\w-]{8,100}$/;
const KEEP_MS = 24 * 3_600_000;
const ABANDONED_MS = 10 * 60_000;

/** A quick hash of a password is no place to keep one. */
const withoutPassword = (name: string, value: unknown): unknown => (name === 'password' ? undefined : value);

/**
 * What makes two requests the same: where they go and what they carry. A file is not read for this: whoever sends one
 * with a key says what is in it (`Content-Digest`, RFC 9530).
 */
function fingerprintOf(request: OfficeRequest): string {
  const digest = request.headers['content-digest'];
  if (request.isMultipart() && digest === undefined) throw new ProblemError('bad-request', { params: { header: 'Content-Digest' } });
  const content = request.isMultipart() ? String(digest) : JSON.stringify(request.body ?? null, withoutPassword);
  return createHash('sha256').update(`${request.method} ${request.url}\n${content}`).digest('base64url');
}

/**
 * A write with an `Idempotency-Key` is done once: whoever repeats it, because the line broke before the answer came,
 * gets the first answer again, and not word of a conflict with the own change. Refusals are not kept, so that a corrected request may use the key again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly repository: IdempotencyRepository,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<OfficeRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method === 'GET' || typeof key !== 'string' || request.session === undefined) return next.handle();
    if (!PLAIN_KEY.test(key)) throw new ProblemError('bad-request', { params: { header: 'Idempotency-Key' } });
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const claim = { personId: request.session.personId, key, id: uuid() };
    const record = await this.claim(claim, fingerprintOf(request));
    return record.claimed ? this.doOnce(claim, reply, next) : of(replay(record, reply));
  }

  private async claim(claim: Claim, fingerprint: string): Promise<IdempotencyRecord> {
    const now = this.clock.now();
    await this.repository.purge(claim.personId, new Date(now.getTime() - KEEP_MS));
    const record = await this.repository.claim(claim, fingerprint, now, new Date(now.getTime() - ABANDONED_MS));
    if (record.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
    if (!record.claimed && record.status === null) throw new ProblemError('conflict');
    return record;
  }

  private doOnce(claim: Claim, reply: FastifyReply, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => from(this.repository.release(claim)).pipe(mergeMap(() => throwError(() => error)))),
      // The work is done: whatever happens to its record, the claim is never given back.
      mergeMap((body: unknown) => from(this.repository.finish(claim, reply.statusCode, body).then(() => body))),
    );
  }
}

function replay(record: IdempotencyRecord, reply: FastifyReply): unknown {
  void reply.status(record.status ?? 200).header('Idempotency-Replayed', 'true');
  return record.body;
}
