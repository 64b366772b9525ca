//! Expressions that a state cannot have.

use sfn::sfn;

sfn! {
    machine Expressions(count: u64) -> u64 {
        start => Check(count);
        state Check(count: u64) = choice {
            count.checked_add(1)? > 3 => Next(count),
            count.load().await        => Next(count),
            count as u32 < 7          => Next(count),
            { return true }           => Next(count),
            _                         => Next(count?),
        }
        state Next(count: u64) = pass => Done({ return count });
        state Done(count: u64) = succeed count.later().await;
    }

    machine Lets(order: u64) -> u64 {
        let order: u64 = 3;
        let mut limit: u64 = order;
        let limit: u64 = order?;
        let untyped = order;
        let text: &str = "text";
        start => Done(limit);
        state Done(limit: u64) = succeed limit;
    }

    machine Unread(order: u64) -> u64 {
        let limit: u64 = order;
        let other: u64 = limit;
        start => Done(order);
        state Done(order: u64) = succeed order;
    }
}

fn main() {}
