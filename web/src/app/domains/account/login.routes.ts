import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { LoginPage } from './feature-login/login-page';

const routes: Routes = [{ path: '', component: LoginPage }];

export default routes;
