// Our own part of the process of a JavaScript program: loads it and says what it returns, on descriptor 3, in frames.
// Nothing that comes from here is believed; what is expected of the program is never here.
(() => {
  const fs = require('fs');
  const vm = require('vm');
  const { isProxy, isMap, isSet } = require('util').types;
  const { readSync, writeSync, readFileSync } = fs;
  const { ownKeys, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;
  const { isArray } = Array;
  const { stringify, parse } = JSON;
  const { forEach: forEachEntry } = Map.prototype;
  const { forEach: forEachMember } = Set.prototype;
  const { apply } = Reflect;
  const exit = process.exit.bind(process);
  const ANSWERS = 3;
  const MAX_DEPTH = 64;
  const MAX_BYTES = 8 << 20;

  class NotPlain extends Error {}
  class TooLarge extends Error {}

  const take = (size) => {
    const bytes = Buffer.alloc(size);
    for (let at = 0; at < size; ) {
      const count = readSync(0, bytes, at, size - at, null);
      if (count === 0) throw new Error('the task ends too early');
      at += count;
    }
    return bytes;
  };

  const say = (tag, body = '') => {
    const text = Buffer.from(body, 'utf8');
    const frame = Buffer.alloc(5 + text.length);
    frame.writeUInt32LE(1 + text.length, 0);
    frame.write(tag, 4, 'latin1');
    text.copy(frame, 5);
    for (let at = 0; at < frame.length; ) at += writeSync(ANSWERS, frame, at, frame.length - at);
  };

  // Values as the tests write them: only the language's own plain types have a form.
  class Encoder {
    constructor() {
      this.room = MAX_BYTES;
    }

    put(text) {
      this.room -= text.length;
      if (this.room < 0) throw new TooLarge();
      return text;
    }

    value(value, depth) {
      switch (typeof value) {
        case 'string':
          return this.put(stringify(value));
        case 'number':
          return this.put(number(value));
        case 'boolean':
          return this.put(value ? 'true' : 'false');
        case 'undefined':
          return this.put('{"$undefined":null}');
        case 'bigint':
          return this.put(`{"$bigint":"${value}"}`);
        case 'object':
          return value === null ? this.put('null') : this.object(value, depth + 1);
        default:
          throw new NotPlain(typeof value);
      }
    }

    object(value, depth) {
      if (depth > MAX_DEPTH) throw new NotPlain('data nested deeper than ' + MAX_DEPTH);
      if (isProxy(value)) throw new NotPlain('a Proxy');
      const prototype = getPrototypeOf(value);
      if (isArray(value)) return this.array(value, prototype, depth);
      if (isMap(value) && prototype === Map.prototype) return this.map(value, depth);
      if (isSet(value) && prototype === Set.prototype) return this.set(value, depth);
      if (prototype === Object.prototype || prototype === null) return this.fields(value, depth);
      throw new NotPlain('an object of a class');
    }

    array(value, prototype, depth) {
      const keys = ownKeys(value);
      if (prototype !== Array.prototype || keys.length !== value.length + 1) throw new NotPlain('an unusual array');
      const items = [];
      for (let at = 0; at < value.length; at++) items[at] = this.value(own(value, at), depth);
      return this.put('[') + items.join() + this.put(']');
    }

    map(value, depth) {
      if (ownKeys(value).length > 0) throw new NotPlain('an unusual Map');
      const entries = [];
      const add = (item, key) => {
        entries[entries.length] = `[${this.value(key, depth)},${this.value(item, depth)}]`;
      };
      apply(forEachEntry, value, [add]);
      return this.put('{"$map":[') + entries.join() + this.put(']}');
    }

    set(value, depth) {
      if (ownKeys(value).length > 0) throw new NotPlain('an unusual Set');
      const members = [];
      const add = (member) => {
        members[members.length] = this.value(member, depth);
      };
      apply(forEachMember, value, [add]);
      return this.put('{"$set":[') + members.join() + this.put(']}');
    }

    fields(value, depth) {
      const parts = [];
      for (const key of ownKeys(value)) {
        if (typeof key !== 'string') throw new NotPlain('an object with symbols');
        parts[parts.length] = `[${this.value(key, depth)},${this.value(own(value, key), depth)}]`;
      }
      return this.put('{"$object":[') + parts.join() + this.put(']}');
    }
  }

  const number = (value) => {
    if (value !== value || value === Infinity || value === -Infinity) return `{"$number":"${value}"}`;
    return value === 0 && 1 / value < 0 ? '-0' : `${value}`;
  };

  const own = (object, key) => {
    const property = getOwnPropertyDescriptor(object, key);
    if (!property || !('value' in property) || !property.enumerable) throw new NotPlain('an unusual property');
    return property.value;
  };

  // The same the other way round.
  const decode = (value) => {
    if (value === null || typeof value !== 'object') return value;
    if (isArray(value)) return value.map(decode);
    const [tag] = Object.keys(value);
    switch (tag) {
      case '$undefined':
        return undefined;
      case '$number':
        return Number(value.$number);
      case '$bigint':
        return BigInt(value.$bigint);
      case '$set':
        return new Set(value.$set.map(decode));
      case '$map':
        return new Map(value.$map.map(decode));
      case '$object':
        return Object.fromEntries(value.$object.map(decode));
      default:
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
    }
  };

  const line = (text) => String(text).replace(/[\r\n]+/g, ' ').slice(0, 300);

  const described = (error) => {
    try {
      if (isProxy(error) || !(error instanceof Error)) return 'a value that is no Error\n\n';
      return `${line(error.name).slice(0, 80)}\n\n${line(error.message)}`;
    } catch {
      return 'Error\n\n';
    }
  };

  const outOfMemory = (error) => {
    try {
      return !isProxy(error) && error instanceof RangeError && /allocation failed/i.test(error.message);
    } catch {
      return false;
    }
  };

  const sayBroken = (phase, error) => (outOfMemory(error) ? say('M') : say('E', `${phase}\n${described(error)}`));

  const answer = (entry, values) => {
    let result;
    try {
      result = entry(...values);
    } catch (error) {
      if (outOfMemory(error)) {
        say('M');
        return false;
      }
      say('X', described(error));
      return true;
    }
    try {
      say('R', new Encoder().value(result, 0));
    } catch (error) {
      if (error instanceof NotPlain) say('U', '1' + error.message);
      else if (error instanceof TooLarge) say('O');
      else say('X', described(error));
      return !(error instanceof TooLarge);
    }
    return true;
  };

  const asModule = async (text) => import('data:text/javascript;base64,' + Buffer.from(text).toString('base64'));

  // A source that is no script may be a module, of which nothing is run before all of it is read.
  const loadModule = async (source, name, broken) => {
    for (const ending of name ? [`\nexport { ${name} as $entry };`, ''] : ['']) {
      try {
        return await asModule(source + ending);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
    throw broken;
  };

  const entryOf = (name) => {
    const declared = vm.runInThisContext(`typeof ${name} === 'undefined' ? undefined : ${name}`);
    const { exports } = module;
    return declared ?? exports?.[name] ?? exports;
  };

  const load = async (source, name) => {
    let script;
    try {
      script = new vm.Script(source, { filename: 'candidate.js' });
    } catch (broken) {
      const loaded = await loadModule(source, name, broken);
      return loaded.$entry ?? loaded[name] ?? loaded.default;
    }
    script.runInThisContext();
    return name ? entryOf(name) : undefined;
  };

  const loaded = async (source, name) => {
    try {
      return await load(source, name);
    } catch (error) {
      sayBroken(error instanceof SyntaxError ? 'compile' : 'run', error);
      return exit(1);
    }
  };

  const runCalls = async (source, name) => {
    const calls = decode(parse(readFileSync(0, 'utf8')));
    const entry = await loaded(source, name);
    if (typeof entry !== 'function') {
      say('E', `run\nReferenceError\n\nthe program does not define ${name}`);
      exit(1);
    }
    say('N');
    for (const values of calls) if (!answer(entry, values)) break;
    exit(0);
  };

  const runCommand = async (source) => {
    require.main = module;
    fs.readFileSync = (path, ...rest) => readFileSync(path === '/dev/stdin' ? 0 : path, ...rest);
    require('module').syncBuiltinESMExports();
    process.on('uncaughtException', (error) => {
      sayBroken('run', error);
      exit(1);
    });
    await loaded(source, '');
  };

  const mode = process.argv[1];
  process.argv = [process.argv[0], '/tmp/candidate.js'];
  const sizes = take(8);
  const source = take(sizes.readUInt32BE(0)).toString();
  const name = take(sizes.readUInt32BE(4)).toString();
  globalThis.module = { exports: {} };
  globalThis.exports = module.exports;
  say('L');
  return mode === 'calls' ? runCalls(source, name) : runCommand(source);
})();
