//! Names that are there twice, or not at all.

use sfn::{TaskContext, TaskError, sfn};

sfn! {
    machine Twice(count: u64) -> u64 {
        tasks {
            async fn charge(count: u64, count: u64) -> Result<u64, TaskError>;
            async fn charge(count: u64) -> Result<u64, TaskError>;
            async fn unused();
        }
        tasks {}
        start => Charge(count, count);
        start => Done(count);
        #[timeout(3s)] #[timeout(4s)]
        #[retry("A" | "A")] #[retry("B")] #[retry("A")]
        state Charge(count: u64, count: u64) = task charge(count) {
            charged     => Done(charged),
            catch "A"   => Done(1),
            catch "A"   => Done(2),
            catch _     => Done(3),
            catch "B"   => Done(4),
        }
        state Charge(count: u64) = succeed count;
        state Done(count: u64) = succeed count;
    }

    machine Unused(count: u64) -> u64 {
        tasks {
            async fn charge(count: u64) -> Result<u64, TaskError>;
            async fn unused();
        }
        start => Charge(count);
        state Charge(count: u64) = task charge(count) { charged => Done(charged) }
        state Done(count: u64) = succeed count;
    }

    machine Unknown(count: u64) -> u64 {
        tasks { async fn charge(count: u64) -> Result<u64, TaskError>; }
        start => First(count);
        state First(count: u64) = task chrage(count) { charged => Second(charged) }
        state Second(count: u64) = task charge(count, count) { charged => Third(charged) }
        state Third(count: u64) = task charge { charged => charge(charged) }
        state Done(count: u64) = succeed count;
    }

    machine Branches(count: u64) -> u64 {
        tasks { async fn charge(count: u64) -> Result<u64, TaskError>; }
        start => Both(count);
        state Both(count: u64) = parallel {
            Charge = task charge(count),
            Charge = task charge(count),
        } {
            (first, _) => None(first),
        }
        state None(count: u64) = parallel {} { () => Charge }
        state Items(count: u64) = map count in count { task charge(count) } { counts => Done(1) }
        state Done(count: u64) = succeed count;
    }
}

struct Shop;

impl TwiceTasks for Shop {
    async fn charge(&self, _: &TaskContext<'_>, count: u64) -> Result<u64, TaskError> {
        Ok(count)
    }
    async fn unused(&self, _: &TaskContext<'_>) {}
}

fn main() {}
