import './shared/page-kit';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  LOCALE_ID,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  provideRouter,
  type RouterFeatures,
  type ViewTransitionInfo,
  withComponentInputBinding,
  withInMemoryScrolling,
  withRouterConfig,
  withViewTransitions,
} from '@angular/router';
import { routes } from './app.routes';
import { DialogHistory } from './shared/util-dialog/dialog-history';
import { sessionEnd } from './shared/util-http/session-end.interceptor';
import { lineWatch } from './shared/util-live/line';
import { ownWrites } from './shared/util-live/own-writes';
import { useLocale } from './shared/util-locale/format';
import { SessionStore } from './shared/util-session/session-store';
import { ThemeStore } from './shared/util-theme/theme';

const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
const pathOf = ({ url, firstChild }: ActivatedRouteSnapshot): string =>
  [url.join('/'), ...(firstChild ? [pathOf(firstChild)] : [])].join('/');
/** Another page fades in; another filter of the same page is there at once. */
const withinPage = ({ transition, from, to }: ViewTransitionInfo): void => {
  if (pathOf(from) === pathOf(to)) transition.skipTransition();
};
const motion: RouterFeatures[] = calm ? [] : [withViewTransitions({ skipInitialTransition: true, onViewTransitionCreated: withinPage })];

export const appConfig: ApplicationConfig = {
  providers: [
    // Before the router, which listens to the browser's history too.
    provideEnvironmentInitializer(() => inject(DialogHistory).start()),
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([sessionEnd, lineWatch, ownWrites])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      ...motion,
    ),
    provideAppInitializer(() => {
      useLocale(inject(LOCALE_ID));
      inject(ThemeStore).start();
      return inject(SessionStore).start();
    }),
  ],
};
