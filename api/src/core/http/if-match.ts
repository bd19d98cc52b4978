import { createParamDecorator, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { ProblemError } from './problem.js';

/** The version a client has seen, from `If-Match: "3"`. */
export function readIfMatch(header: string | undefined): number {
  if (header === undefined) throw new ProblemError('precondition-required');
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new ProblemError('bad-request', { params: { header: 'If-Match' } });
  return Number(match[1]);
}

export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

interface Answer {
  readonly version?: unknown;
  readonly status?: { readonly version?: unknown } | null;
}

/** Gives every versioned answer its ETag; of a task or work package it is the version of its status, all that changes. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        const answer = body as Answer | null | undefined;
        const version = answer?.version ?? answer?.status?.version;
        if (typeof version === 'number') void reply.header('ETag', `"${version}"`);
        return body;
      }),
    );
  }
}
