//! Mistakes in a machine in the DSL: each is found at its token, and none hides the others.

use sfn::{ErrorName, TaskError, sfn};

sfn! {
    machine OrderFlow(order: u64) -> u64 {
        tasks {
            async fn charge(order: &u64) -> Result<u64, TaskError>;
            async fn notify(order: &u64);
        }
        start => Check(order);

        state Check(order: u64) = choice {
            order > 10 => Chrage(order),
            order as u32 < 3 => Charge(order),
        }
        #[retry("Busy", interval = 3)]
        state Charge(order: u64) = task charge(&order) {
            paid => Done(order, paid),
            catch "Busy" => Reject("Busy"),
            catch "States.Timeuot" => Done(order),
        }
        state Notify(order: u64) = task notfy(&order) { () => Done(order) }
        state Broken(order: u64) = something(order);
        state Wait(order: u64) = wait 15 => Done(order);
        state Later(order: u64) = wait until order? => Done(order);
        #[timeout(3s)]
        state Done(order: u64) = succeed order;
        state Reject(error: ErrorName) = fail(error?);
        state Done(order: u64) = succeed order;
    }

    machine Endless {
        start => A;
        state A = pass => B;
        state B = pass => A;
    }

    machine Unreached {
        start => A;
        state A = succeed;
        state B = pass => A;
    }
}

// What the caller's own code names is there all the same.
struct Shop;

impl OrderFlowTasks for Shop {
    async fn charge(&self, _: &sfn::TaskContext<'_>, order: &u64) -> Result<u64, TaskError> {
        Ok(*order)
    }

    async fn notify(&self, _: &sfn::TaskContext<'_>, _: &u64) {}
}

fn main() {
    sfn::Engine::new().register(OrderFlow, Shop);
}
