import { crc32 } from 'node:zlib';

interface ZipEntry {
  readonly name: string;
  readonly content: string;
}

const VERSION_NEEDED = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 2024 in the packed form of the format; the same for all, so that the same content is the same file. */
const DATE = ((2024 - 1980) << 9) | (1 << 5) | 1;

/** The fields that a local header and a directory entry have in common. */
function common(name: Buffer, content: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION_NEEDED, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A zip archive whose entries are stored as they are; enough for an office document of a few pages. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const nameBytes = Buffer.from(name);
    const bytes = Buffer.from(content);
    const fields = common(nameBytes, bytes);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes, bytes]);
    const made = Buffer.from([VERSION_NEEDED, 0]);
    // Comment, disk and attributes are empty.
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, fields, Buffer.alloc(10), uint32(offset), nameBytes]));
    local.push(entry);
    offset += entry.length;
  }
  const files = Buffer.concat(local);
  const entriesOf = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(entriesOf.length, 12);
  end.writeUInt32LE(files.length, 16);
  return Buffer.concat([files, entriesOf, end]);
}
