// Slow work off the page's thread: the app's own module, which finds no page here and answers one
// (`app/src/platform/work`). The post-build step of xtask fills in its name.
import begin from '/%APP%.js';

// A promise that is broken in a worker is no error that its page hears of: the page, which would wait
// for ever, is told that there will be no answer.
begin({ module_or_path: '/%APP%_bg.wasm' }).catch(() => postMessage(null));
