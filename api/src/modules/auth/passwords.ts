import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP's smallest recommended argon2id setting: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 200;

@Injectable()
export class Passwords {
  private readonly decoy = this.hash('nobody has this password');

  hash(password: string): Promise<string> {
    return hash(password, ARGON2ID);
  }

  /** Takes as long for an account that does not exist as for a wrong password. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const matched = await verify(passwordHash ?? (await this.decoy), password);
    return matched && passwordHash !== null;
  }
}
