/** A message holds a length that leads past its own end. */
export class TruncatedMessage extends Error {
  constructor() {
    super("the request holds a part that is longer than itself");
  }
}

/** How a field is written: its number's low three bits. */
const VARINT = 0;
const FIXED_64 = 1;
const DELIMITED = 2;
const FIXED_32 = 5;

/**
 * Reads one message of protobuf field by field: `next` goes to a field, and one of the other methods reads it or skips
 * it. Never reads past the end of the message.
 */
export class MessageReader {
  /** The number of the field that `next` has found. */
  field = 0;
  private wireType = VARINT;

  constructor(
    private readonly bytes: Buffer,
    private at = 0,
    private readonly end = bytes.length,
  ) {}

  /** Goes to the next field; false at the end of the message. */
  next(): boolean {
    if (this.at >= this.end) {
      return false;
    }
    const tag = this.varint();
    this.field = Math.floor(tag / 8);
    this.wireType = tag % 8;
    return true;
  }

  string(): string {
    const from = this.delimited();
    return this.bytes.toString("utf8", from, this.at);
  }

  /** The field's bytes, not copied. */
  raw(): Buffer {
    const from = this.delimited();
    return this.bytes.subarray(from, this.at);
  }

  message(): MessageReader {
    const from = this.delimited();
    return new MessageReader(this.bytes, from, this.at);
  }

  double(): number {
    this.expect(FIXED_64);
    const from = this.at;
    this.advance(8);
    return this.bytes.readDoubleLE(from);
  }

  bool(): boolean {
    this.expect(VARINT);
    return this.varint() !== 0;
  }

  skip(): void {
    switch (this.wireType) {
      case VARINT:
        this.varint();
        break;
      case FIXED_64:
        this.advance(8);
        break;
      case FIXED_32:
        this.advance(4);
        break;
      default:
        this.delimited();
    }
  }

  /** Goes behind a field with a length; the position where its content begins. */
  private delimited(): number {
    this.expect(DELIMITED);
    const length = this.varint();
    const from = this.at;
    this.advance(length);
    return from;
  }

  private expect(wireType: number): void {
    if (this.wireType !== wireType) {
      throw new TypeError(`field ${String(this.field)} has the unexpected wire type ${String(this.wireType)}`);
    }
  }

  private varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.at < this.end ? this.bytes[this.at] : undefined;
      if (byte === undefined) {
        throw new TruncatedMessage();
      }
      this.at++;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        return value;
      }
    }
  }

  private advance(length: number): void {
    if (length > this.end - this.at) {
      throw new TruncatedMessage();
    }
    this.at += length;
  }
}
