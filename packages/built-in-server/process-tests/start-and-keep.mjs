/* Starts the built server on a folder and keeps it until it is told to stop; prints "started", or why it was not. */
import { startBuiltInServer } from '../dist/index.js';

const [folder] = process.argv.slice(2);
try {
  const server = await startBuiltInServer({ folder });
  process.on('message', async (word) => {
    if (word === 'exit') process.exit(0);
    await server.stop();
    process.exit(0);
  });
  console.log('started');
  setInterval(() => server, 1000);
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
  process.exit(1);
}
