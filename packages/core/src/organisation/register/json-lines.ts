/** A JSON value with the line (from 1) where it begins. */
export type LinedJson =
  | { readonly kind: 'scalar'; readonly line: number; readonly value: string | number | boolean | null }
  | { readonly kind: 'array'; readonly line: number; readonly items: readonly LinedJson[] }
  | { readonly kind: 'object'; readonly line: number; readonly entries: ReadonlyMap<string, LinedJson> };

export type LinedParse = { readonly ok: true; readonly value: LinedJson } | { readonly ok: false; readonly line: number };

/** Deeper than any register; a file of a million brackets must not exhaust the stack. */
const deepest = 32;

class NotJson extends Error {
  readonly at: number;
  constructor(at: number) {
    super('not JSON');
    this.at = at;
  }
}

/** JSON as the standard has it (RFC 8259), a key twice in one object refused. `JSON.parse` tells no lines. */
export function parseLinedJson(text: string): LinedParse {
  const reader = new Reader(text.startsWith('\uFEFF') ? text.slice(1) : text);
  try {
    return { ok: true, value: reader.whole() };
  } catch (thrown) {
    if (thrown instanceof NotJson) return { ok: false, line: reader.lineOf(thrown.at) };
    throw thrown;
  }
}

/** Unrolled, so that a long text needs no backtracking; `JSON.parse` judges the escapes. */
const stringPattern = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const scalarPattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const space = /[ \t\r\n]*/y;

class Reader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): LinedJson {
    const value = this.#value(0);
    this.#skip();
    if (this.#at < this.#text.length) throw new NotJson(this.#at);
    return value;
  }

  lineOf(at: number): number {
    return this.#text.slice(0, at).split('\n').length;
  }

  #value(depth: number): LinedJson {
    if (depth > deepest) throw new NotJson(this.#at);
    this.#skip();
    const line = this.#lineHere();
    const next = this.#text[this.#at];
    if (next === '{') return { kind: 'object', line, entries: this.#object(depth) };
    if (next === '[') return { kind: 'array', line, items: this.#array(depth) };
    return { kind: 'scalar', line, value: this.#scalar(next === '"' ? stringPattern : scalarPattern) };
  }

  #object(depth: number): ReadonlyMap<string, LinedJson> {
    const entries = new Map<string, LinedJson>();
    this.#at += 1;
    this.#skip();
    if (this.#took('}')) return entries;
    do {
      this.#skip();
      const start = this.#at;
      const key = this.#scalar(stringPattern);
      if (typeof key !== 'string' || entries.has(key)) throw new NotJson(start);
      this.#skip();
      if (!this.#took(':')) throw new NotJson(this.#at);
      entries.set(key, this.#value(depth + 1));
      this.#skip();
    } while (this.#took(','));
    if (!this.#took('}')) throw new NotJson(this.#at);
    return entries;
  }

  #array(depth: number): readonly LinedJson[] {
    const items: LinedJson[] = [];
    this.#at += 1;
    this.#skip();
    if (this.#took(']')) return items;
    do {
      items.push(this.#value(depth + 1));
      this.#skip();
    } while (this.#took(','));
    if (!this.#took(']')) throw new NotJson(this.#at);
    return items;
  }

  #scalar(pattern: RegExp): string | number | boolean | null {
    const start = this.#at;
    try {
      return JSON.parse(this.#match(pattern));
    } catch {
      throw new NotJson(start);
    }
  }

  #took(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #skip(): void {
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = space.lastIndex;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw new NotJson(this.#at);
    this.#at += found.length;
    return found;
  }

  #lineHere(): number {
    for (; this.#counted < this.#at; this.#counted += 1) if (this.#text[this.#counted] === '\n') this.#line += 1;
    return this.#line;
  }
}
