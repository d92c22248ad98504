// A renderer that takes the job and never answers, while its loop stands still.
process.on('message', () => {
  for (;;) continue
})
