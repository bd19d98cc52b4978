import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { ACCESS, type Access } from './access.js';

export interface Route {
  readonly method: string;
  /** With the global prefix: `/api/projects/:projectId/budget`. */
  readonly path: string;
  readonly handler: string;
  readonly access: Access | null;
}

export class OpenHandlerError extends Error {
  constructor(readonly handlers: readonly string[]) {
    super(`open-handlers:${handlers.join(',')}`);
  }
}

/** Knows every route; a handler that says nothing about access keeps the server from starting. */
@Injectable()
export class RouteTable implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.routes().filter((route) => route.access === null);
    if (open.length > 0) throw new OpenHandlerError(open.map((route) => route.handler));
  }

  routes(): Route[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      const type = wrapper.metatype as { prototype: object; name: string } | null;
      return type ? this.routesOf(type) : [];
    });
  }

  private routesOf(type: { prototype: object; name: string }): Route[] {
    const base = Reflect.getMetadata(PATH_METADATA, type) as string;
    return this.scanner.getAllMethodNames(type.prototype).flatMap((name) => {
      const handler = (type.prototype as Record<string, object>)[name] as () => unknown;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string;
      const access = this.reflector.get<Access | undefined>(ACCESS, handler) ?? null;
      const parts = ['api', base, path].flatMap((part) => part.split('/')).filter((part) => part !== '');
      return [{ method: RequestMethod[method], path: `/${parts.join('/')}`, handler: `${type.name}.${name}`, access }];
    });
  }
}
