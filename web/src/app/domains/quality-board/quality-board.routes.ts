import type { Routes } from '@angular/router';

const routes: Routes = [
  { path: '', loadComponent: async () => (await import('./feature-quality-board/quality-board-page')).QualityBoardPage },
];

export default routes;
