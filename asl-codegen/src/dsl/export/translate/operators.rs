//! Operators between two values.

use syn::{BinOp, Expr, ExprBinary};

use super::{Known, Level, Need, Translated, Translator};

impl Translator<'_> {
    pub(super) fn binary(&mut self, binary: &ExprBinary) -> Option<Translated> {
        let (left, right) = (self.translate(&binary.left)?, self.translate(&binary.right)?);
        match binary.op {
            BinOp::Add(_) if self.joins(&left, &right, &binary.right)? => {
                self.need(&left, Need::Text)?;
                self.need(&right, Need::Text)?;
                Some(operation(&left, "&", &right, Known::Text))
            }
            BinOp::Add(_) => self.arithmetic(&left, "+", &right),
            BinOp::Sub(_) => self.arithmetic(&left, "-", &right),
            BinOp::Mul(_) => self.arithmetic(&left, "*", &right),
            BinOp::Rem(_) => self.arithmetic(&left, "%", &right),
            // Integers are divided without a rest.
            BinOp::Div(_) => {
                let is_float = left.known == Known::Float || right.known == Known::Float;
                is_float.then(|| self.arithmetic(&left, "/", &right)).flatten()
            }
            BinOp::And(_) => Some(operation(&left, "and", &right, Known::Boolean)),
            BinOp::Or(_) => Some(operation(&left, "or", &right, Known::Boolean)),
            BinOp::Eq(_) => self.comparison(&left, "=", &right, Need::Comparable),
            BinOp::Ne(_) => self.comparison(&left, "!=", &right, Need::Comparable),
            // Strings have another order in JSONata, Booleans none.
            BinOp::Lt(_) => self.comparison(&left, "<", &right, Need::Number),
            BinOp::Le(_) => self.comparison(&left, "<=", &right, Need::Number),
            BinOp::Gt(_) => self.comparison(&left, ">", &right, Need::Number),
            BinOp::Ge(_) => self.comparison(&left, ">=", &right, Need::Number),
            _ => None,
        }
    }

    /// Whether `+` joins strings; none if it is not to be seen.
    fn joins(&self, left: &Translated, right: &Translated, written: &Expr) -> Option<bool> {
        if left.known == Known::Text || right.known == Known::Text {
            return Some(true);
        }
        let is_reference = matches!(written, Expr::Reference(_));
        let is_unseen = left.known == Known::Anything && right.known == Known::Anything;
        (!is_reference || !is_unseen).then_some(false)
    }

    fn arithmetic(
        &mut self,
        left: &Translated,
        operator: &str,
        right: &Translated,
    ) -> Option<Translated> {
        self.need(left, Need::Number)?;
        self.need(right, Need::Number)?;
        let known = match (&left.known, &right.known) {
            (Known::Anything, known) | (known, _) => known.clone(),
        };
        // What it gives is of the type of what is computed with.
        let mut value = operation(left, operator, right, known);
        if value.known == Known::Anything {
            value.place.clone_from(&left.place);
        }
        Some(value)
    }

    fn comparison(
        &mut self,
        left: &Translated,
        operator: &str,
        right: &Translated,
        need: Need,
    ) -> Option<Translated> {
        self.need(left, need)?;
        self.need(right, need)?;
        Some(operation(left, operator, right, Known::Boolean))
    }
}

fn operation(left: &Translated, operator: &str, right: &Translated, known: Known) -> Translated {
    let level = match operator {
        "or" => Level::Or,
        "and" => Level::And,
        "&" | "+" | "-" => Level::Sum,
        "*" | "/" | "%" => Level::Product,
        _ => Level::Comparison,
    };
    // What stands left of an operator of its level belongs together, but for comparisons.
    let left = match level {
        Level::Comparison => left.operand(level.next()),
        level => left.operand(level),
    };
    let text = format!("{left} {operator} {}", right.operand(level.next()));
    Translated::operation(text, level, known)
}
