import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { SessionsPage } from './feature-sessions/sessions-page';

const routes: Routes = [{ path: 'sessions', component: SessionsPage }];

export default routes;
