import { crc32, deflateRawSync } from 'node:zlib';

export interface MadeEntry {
  readonly name: string | Buffer;
  readonly data: Buffer | string;
  /** Packed; stored as it is otherwise. */
  readonly packed?: boolean;
  readonly flags?: number;
  /** Size that the zip tells, when it lies. */
  readonly toldSize?: number;
  /** Permissions and type as Unix has them. */
  readonly mode?: number;
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function partsOf({ name, data, packed = false, flags = 0x0800, toldSize, mode = 0o100644 }: MadeEntry) {
  const [title, plain] = [Buffer.from(name), Buffer.from(data)];
  const content = packed ? deflateRawSync(plain) : plain;
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(flags, 2);
  facts.writeUInt16LE(packed ? 8 : 0, 4);
  facts.writeUInt32LE(crc32(plain), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(toldSize ?? plain.length, 18);
  facts.writeUInt16LE(title.length, 22);
  return { title, content, facts, mode };
}

export interface ZipShape {
  /** Before the first member, and between the members and the directory. */
  readonly before?: Buffer;
  readonly between?: Buffer;
  readonly comment?: string;
}

/** A zip written by hand, so that it can be one that no library would write. */
export function makeZip(entries: readonly MadeEntry[], { before, between, comment = '' }: ZipShape = {}): Buffer {
  const parts = entries.map(partsOf);
  const prefix = before ?? Buffer.alloc(0);
  const locals = parts.map(({ title, content, facts }) => Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, title, content]));
  let offset = prefix.length;
  const central = parts.map(({ title, facts, mode }, index) => {
    const at = offset;
    offset += locals[index]!.length;
    return Buffer.concat([
      Buffer.from('PK\u0001\u0002\u0014\u0003'),
      facts,
      Buffer.alloc(6),
      uint32((mode << 16) >>> 0),
      uint32(at),
      title,
    ]);
  });
  const body = Buffer.concat([prefix, ...locals, between ?? Buffer.alloc(0)]);
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(body.length, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([body, directory, Buffer.from('PK\u0005\u0006'), end, Buffer.from(comment)]);
}
