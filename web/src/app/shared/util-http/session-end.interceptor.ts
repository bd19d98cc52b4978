import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, throwError } from 'rxjs';
import { SessionStore } from '../util-session/session-store';

/** A session that ended at the server leads to the login page, and from there back to where the person was. */
export const sessionEnd: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  const router = inject(Router);
  return next(request).pipe(
    catchError((error: unknown) => {
      const session = injector.get(SessionStore);
      if (error instanceof HttpErrorResponse && error.status === 401 && session.me() !== null) {
        session.forget();
        void router.navigate(['/login'], { queryParams: { next: router.url, ended: true } });
      }
      return throwError(() => error);
    }),
  );
};
