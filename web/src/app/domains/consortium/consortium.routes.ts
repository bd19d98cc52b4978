import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: async () => (await import('./feature-consortium/consortium-page')).ConsortiumPage }];

export default routes;
