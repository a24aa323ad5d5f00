// A child that does what its one byte says: 0 answers, 1 never ends, 2 and 4 fill the memory, 3 breaks, 5 tells its settings.
process.on('message', ([what]: Uint8Array) => {
  process.send?.(`began ${what}`, () => {
    const kept: unknown[] = [];
    while (what === 1 || what === 2) if (what === 2) kept.push(new Array(100_000).fill(what));
    // One list that outgrows all that is left in one step.
    while (what === 4) kept.push(what);
    if (what === 3) throw new Error('Broken.');
    if (what === 5) process.send?.(Object.keys(process.env).join());
    process.send?.('done');
  });
});
process.send?.('ready');
