import { build } from './build.ts';
import { readOptions } from './cli.ts';
import { serve } from './serve.ts';

const usage = `用法：npm start

建成整个网站并在 http://localhost:4321/ 打开。端口被占用时用下一个空的，并说明是哪一个。`;

readOptions({ usage, options: {} });
if (await build()) await serve();
else process.exitCode = 1;
