// Slow work off the page's thread: the app's own module, which finds no page here and answers one
// (`app/src/platform/work`). The post-build step of xtask fills in its name.
import begin from '/%APP%.js';

begin({ module_or_path: '/%APP%_bg.wasm' });
