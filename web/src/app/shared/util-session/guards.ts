import { inject } from '@angular/core';
import { type CanActivateFn, type RedirectFunction, RedirectCommand, Router } from '@angular/router';
import { SessionStore } from './session-store';

export const signedIn: CanActivateFn = (_route, state) => {
  if (inject(SessionStore).me() !== null) return true;
  const next = state.url === '/' ? {} : { next: state.url };
  return inject(Router).createUrlTree(['/login'], { queryParams: next });
};

export const signedOut: CanActivateFn = () => inject(SessionStore).me() === null || inject(Router).createUrlTree(['/']);

/** A project that the person does not belong to is answered like one that does not exist. */
export const memberOfProject: CanActivateFn = (route) => {
  if (inject(SessionStore).enter(route.paramMap.get('projectId') ?? '')) return true;
  return new RedirectCommand(inject(Router).parseUrl('/not-found'), { skipLocationChange: true });
};

/** Pages outside the projects keep the frame of the project that the person was in, or of the first one. */
export const inSomeProject: CanActivateFn = () => {
  const session = inject(SessionStore);
  const first = session.me()?.projects[0];
  if (session.project() === null && first) session.enter(first.projectId);
  return true;
};

/** Redirects are followed before any guard is asked, so who is not signed in is sent to sign in here already. */
export const toFirstProject: RedirectFunction = () => {
  const me = inject(SessionStore).me();
  if (me === null) return '/login';
  const [first] = me.projects;
  return first ? `/p/${first.projectId}/my-work` : '/account/sessions';
};
