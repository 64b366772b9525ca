//! One version of one workflow, ready to run.

use std::fmt;
use std::hint::black_box;
use std::rc::Rc;

use tokio::runtime::Runtime;

/// One version of one workflow, which has given the expected output.
pub struct Runner {
    name: String,
    run: Box<dyn Fn(u64)>,
}

impl Runner {
    /// A runner of `execute`, whose output `to_json` turns into what is compared with `expected`.
    ///
    /// # Panics
    /// The output is another one.
    pub(crate) fn new<T: 'static>(
        name: String,
        runtime: &Rc<Runtime>,
        expected: &str,
        execute: impl AsyncFn() -> T + 'static,
        to_json: fn(T) -> serde_json::Value,
    ) -> Self {
        let expected: serde_json::Value =
            serde_json::from_str(expected).expect("the expected output is JSON");
        let output = to_json(runtime.block_on(execute()));
        assert_eq!(output, expected, "`{name}` gives another output than expected");
        let runtime = Rc::clone(runtime);
        let run = Box::new(move |executions| {
            runtime.block_on(async {
                for _ in 0..executions {
                    black_box(execute().await);
                }
            });
        });
        Self { name, run }
    }

    /// `WORKFLOW/VERSION/FORM`, as in `w2/compiled/text`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Runs this many executions, one after the other.
    ///
    /// Instructions are counted in here, by this name.
    #[inline(never)]
    pub fn run(&self, executions: u64) {
        (self.run)(executions);
    }
}

impl fmt::Debug for Runner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runner").field("name", &self.name).finish_non_exhaustive()
    }
}
