// A renderer that holds more and more memory outside of V8's heap.
const held: Buffer[] = []
process.on('message', () => {
  setInterval(() => held.push(Buffer.alloc(32 * 2 ** 20, 1)), 5)
})
