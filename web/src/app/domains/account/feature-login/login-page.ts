import { Component, computed, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import type { LoginRequest } from '@office/contracts';
import { Icon } from '../../../shared/ui-icon/icon';
import { readProblem, type ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { SessionStore } from '../../../shared/util-session/session-store';
import { DemoAccounts } from '../ui/demo-accounts';

/** An address inside this app, so that a link to the login page cannot lead elsewhere. */
const isInside = (address: string): boolean => /^\/(?![/\\])/.test(address);

@Component({
  selector: 'office-login-page',
  imports: [DemoAccounts, Icon, MatButton],
  templateUrl: './login-page.html',
  styleUrl: './login-page.scss',
})
export class LoginPage {
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');

  /** Where the person wanted to go. */
  readonly next = input<string>();
  /** The session ended while somebody was working. */
  readonly ended = input<string>();

  protected readonly accounts = this.#session.demoAccounts;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ReadProblem | null>(null);
  protected readonly words = computed(() => {
    const problem = this.problem();
    return problem === null ? '' : problemWords(problem);
  });

  constructor() {
    inject(Title).setTitle($localize`:@@login.tab:Sign in · Project office`);
  }

  protected async signIn(request: LoginRequest): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#session.signIn(request);
      const next = this.next() ?? '/';
      await this.#router.navigateByUrl(isInside(next) ? next : '/');
    } catch (error) {
      this.problem.set(readProblem(error));
      this.password().nativeElement.select();
    } finally {
      this.busy.set(false);
    }
  }
}
