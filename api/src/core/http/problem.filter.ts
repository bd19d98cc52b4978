import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem, ProblemCode } from '@office/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEMS, ProblemError } from './problem.js';

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** What PostgreSQL says to text that it cannot hold, a NUL in it, as text and inside JSON. */
const UNSTORABLE_TEXT: readonly unknown[] = ['22021', '22P05'];

/** Fastify's own errors carry `statusCode`, Nest's `getStatus()`; everything else is ours or a defect. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof ProblemError) return error.code;
  if (UNSTORABLE_TEXT.includes((error as { code?: unknown }).code)) return 'bad-request';
  const status = error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: unknown }).statusCode ?? 500);
  return CODE_OF_STATUS[Number(status)] ?? (Number(status) < 500 ? 'bad-request' : 'internal');
}

/** The body of the answer for any error. */
export function problemOf(error: unknown, requestId: string): Problem {
  const code = codeOf(error);
  const { status, title } = PROBLEMS[code];
  const { params, errors, current } = error instanceof ProblemError ? error.facts : {};
  return {
    type: `urn:project-office:problem:${code}`,
    title,
    status,
    code,
    ...(params && { params: { ...params } }),
    ...(errors && { errors: [...errors] }),
    ...(current !== undefined && { current }),
    requestId,
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const retryAfter = problem.params?.['retryAfterSeconds'];
  if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
  void reply.status(problem.status).header('Content-Type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) this.logger.error({ err: error, requestId: request.id });
    sendProblem(reply, problem);
  }
}
