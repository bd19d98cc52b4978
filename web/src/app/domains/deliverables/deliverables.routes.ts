import '../../shared/page-kit';
import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import type { Routes } from '@angular/router';
import { sessionEnd } from '../../shared/util-http/session-end.interceptor';

const routes: Routes = [
  { path: '', loadComponent: async () => (await import('./feature-list/list-page')).ListPage },
  { path: ':deliverableId/compare', loadComponent: async () => (await import('./feature-compare/compare-page')).ComparePage },
  {
    path: ':deliverableId',
    // Only XMLHttpRequest tells how much of an upload has gone out.
    providers: [provideHttpClient(withXhr(), withInterceptors([sessionEnd]))],
    loadComponent: async () => (await import('./feature-deliverable/deliverable-page')).DeliverablePage,
  },
];

export default routes;
