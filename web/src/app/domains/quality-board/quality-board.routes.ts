import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { QualityBoardPage } from './feature-quality-board/quality-board-page';

// The page comes with its routes: one round trip instead of two.
const routes: Routes = [
  { path: '', component: QualityBoardPage },
  {
    path: 'statistics',
    loadComponent: async () => (await import('./feature-statistics/statistics-page')).BoardStatisticsPage,
  },
];

export default routes;
