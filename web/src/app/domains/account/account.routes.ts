import type { Routes } from '@angular/router';

const routes: Routes = [{ path: 'sessions', loadComponent: async () => (await import('./feature-sessions/sessions-page')).SessionsPage }];

export default routes;
