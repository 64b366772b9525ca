//! What tells a definition from another one: a number that stays the same as long as the definition
//! means the same, whatever builds it and wherever.
//!
//! It is made of the definition's values, its placeholders filled in. Layout, the order of members
//! and comments don't count, nor whether it is JSON or YAML.

use crate::json::{Node, NodeKind};

/// The fingerprint of a definition.
pub(crate) fn fingerprint(definition: &Node) -> u64 {
    let mut hasher = Hasher::default();
    node(definition, Place::Scope, &mut hasher);
    hasher.finish()
}

/// Makes fingerprints: FNV-1a, which is the same everywhere.
///
/// # Examples
/// ```
/// use asl_lang::fingerprint::Hasher;
///
/// let fingerprint = |words: &[&str]| {
///     let mut hasher = Hasher::default();
///     words.iter().for_each(|word| hasher.text(word));
///     hasher.finish()
/// };
/// assert_eq!(fingerprint(&["ab", "c"]), 0x20ba_9b30_25a8_b421);
/// assert_ne!(fingerprint(&["ab", "c"]), fingerprint(&["a", "bc"]));
/// ```
#[derive(Debug, Clone)]
pub struct Hasher(u64);

impl Default for Hasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher {
    /// Takes a byte.
    pub fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    /// Takes a text, and where it ends.
    pub fn text(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        // No byte of UTF-8.
        self.byte(0xff);
    }

    /// The fingerprint of all that was taken.
    pub fn finish(&self) -> u64 {
        self.0
    }
}

/// What an object of the definition is, as far as it matters for where comments may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The machine, a branch, the body of a Map.
    Scope,
    /// `States`
    States,
    State,
    /// A member of `Choices`, `Retry` or `Catch`.
    Rule,
    /// Anything else.
    Data,
}

impl Place {
    fn has_comment(self) -> bool {
        matches!(self, Self::Scope | Self::State | Self::Rule)
    }

    /// The place of a member, or of each item of it.
    fn of_member(self, name: &str) -> Self {
        match (self, name) {
            (Self::Scope, "States") => Self::States,
            (Self::States, _) => Self::State,
            (Self::State, "Branches" | "Iterator" | "ItemProcessor") => Self::Scope,
            (Self::State, "Choices" | "Retry" | "Catch") => Self::Rule,
            _ => Self::Data,
        }
    }
}

fn node(it: &Node, place: Place, hasher: &mut Hasher) {
    match &it.kind {
        NodeKind::Null => hasher.byte(b'n'),
        NodeKind::Bool(value) => hasher.byte(if *value { b't' } else { b'f' }),
        NodeKind::Number(number) => {
            hasher.byte(b'#');
            hasher.text(number.as_str());
        }
        NodeKind::String(text) => {
            hasher.byte(b'"');
            hasher.text(text);
        }
        NodeKind::Placeholder(name) => {
            hasher.byte(b'$');
            hasher.text(name);
        }
        NodeKind::Array(items) => {
            hasher.byte(b'[');
            items.iter().for_each(|item| node(item, place, hasher));
            hasher.byte(b']');
        }
        NodeKind::Object(object) => {
            let counts = |name: &str| !(place.has_comment() && name == "Comment");
            let mut members: Vec<_> =
                object.members.iter().filter(|member| counts(&member.key)).collect();
            members.sort_unstable_by_key(|member| &member.key);
            hasher.byte(b'{');
            for member in members {
                hasher.text(&member.key);
                node(&member.value, place.of_member(&member.key), hasher);
            }
            hasher.byte(b'}');
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;
    use crate::{Options, compile};

    const MACHINE: &str = r#"{ "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Result": { "Comment": "x", "n": 1 }, "Next": "B" },
        "B": { "Type": "Succeed" } } }"#;

    fn fingerprint(name: &str, text: &str) -> u64 {
        let machine = compile(&Source::new(name, text), &Options::default()).machine;
        machine.map_or(0, |machine| machine.fingerprint)
    }

    #[test]
    fn it_is_the_same_everywhere() {
        assert_eq!(fingerprint("a.asl.json", MACHINE), 2_536_776_617_558_473_302);
    }

    #[test]
    fn layout_order_and_comments_do_not_count() {
        let other = r#"{ "Comment": "of the machine", "States": {
            "B": { "Comment": "of a state", "Type": "Succeed" },
            "A": { "Next": "B", "Type": "Pass", "Result": { "n": 1, "Comment": "x" } } },
            "StartAt": "A" }"#;
        assert_eq!(fingerprint("b.asl.json", other), fingerprint("a.asl.json", MACHINE));
    }

    #[test]
    fn what_is_said_does() {
        let changes = [("\"n\": 1", "\"n\": 2"), ("\"x\"", "\"y\""), ("\"n\"", "\"m\"")];
        for (old, new) in changes {
            let other = MACHINE.replace(old, new);
            assert_ne!(fingerprint("a.asl.json", &other), fingerprint("a.asl.json", MACHINE));
        }
    }
}
