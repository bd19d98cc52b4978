import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Observable, tap } from 'rxjs';
import type { OfficeRequest } from '../http/access.js';

const changesOfRequest = new AsyncLocalStorage<Set<string>>();

/** Notes which transaction the present request has written in; outside of a request it does nothing. */
export const noteChange = (transactionId: string): void => void changesOfRequest.getStore()?.add(transactionId);

/**
 * The answer to a write names the transactions it made (`Project-Change`), as the event stream will: the window that
 * wrote knows its own change again, and does not load what it has just been answered.
 */
@Injectable()
export class OwnChangesInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.switchToHttp().getRequest<OfficeRequest>().method === 'GET') return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const changes = new Set<string>();
    const handled = new Observable<unknown>((subscriber) => changesOfRequest.run(changes, () => next.handle().subscribe(subscriber)));
    return handled.pipe(tap(() => void (changes.size > 0 && reply.header('Project-Change', [...changes].join(' ')))));
  }
}
