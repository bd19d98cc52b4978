import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: async () => (await import('./feature-my-work/my-work-page')).MyWorkPage }];

export default routes;
