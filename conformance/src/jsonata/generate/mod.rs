//! Expressions nobody wrote, and documents in which they find something.

mod document;
mod expression;
mod functions;
mod path;

use sfn_conformance::ExpressionCase;

use self::expression::Writer;
use crate::differential::random::Random;

/// A case without a result.
pub(crate) fn case(id: String, random: &mut Random) -> ExpressionCase {
    let data = document::document(random);
    let levels = random.one_of(&[2, 3, 3, 4, 4, 5]);
    let expr = Writer::new(random, &data).whole(levels);
    ExpressionCase {
        id,
        expr,
        data: Some(data),
        bindings: None,
        result: None,
        undefined_result: None,
        code: None,
        message: None,
        timelimit: None,
        depth: None,
        unordered: None,
        tags: Vec::new(),
    }
}
