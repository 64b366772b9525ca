//! The registry of findings.
//!
//! A number says the topic: 00 reading, 01 the shape of objects, 02 paths and templates, 03 state
//! names and transitions, 04 fields that have to agree, 05 JSONata, 09 what is not supported yet.

use super::Severity;

/// Writes the registry once: the enum and what each code says of itself.
macro_rules! codes {
    ($($name:ident = $id:literal, $severity:ident, $aws:expr, $title:literal, $explanation:literal;)*) => {
        /// What kind of finding it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = concat!("`", $id, "`: ", $title, ".")] $name,)*
        }

        impl Code {
            /// All there are, by number.
            pub const ALL: &[Code] = &[$(Code::$name),*];

            /// Our own number for it, `ASL0301`.
            pub const fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)* }
            }

            /// AWS's name for it, `MISSING_TRANSITION_TARGET`, where AWS knows such a thing.
            pub const fn aws(self) -> Option<&'static str> {
                match self { $(Code::$name => $aws,)* }
            }

            /// What it is, in a few words.
            pub const fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)* }
            }

            /// What is wrong and why it matters.
            pub const fn explanation(self) -> &'static str {
                match self { $(Code::$name => $explanation,)* }
            }

            pub(super) const fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

const JSON: Option<&str> = Some("INVALID_JSON_DESCRIPTION");
const SCHEMA: Option<&str> = Some("SCHEMA_VALIDATION_FAILED");
const TARGET: Option<&str> = Some("MISSING_TRANSITION_TARGET");

codes! {
    NotUtf8 = "ASL0001", Error, JSON,
        "the file is not UTF-8",
        "JSON is exchanged in UTF-8, so a definition in another encoding cannot be read.";
    DefinitionTooLong = "ASL0002", Error, JSON,
        "the definition is too long",
        "AWS takes definitions of up to 1,048,576 characters, counted after substitution.";
    InvalidJson = "ASL0003", Error, JSON,
        "the text is not JSON",
        "A definition is JSON as RFC 8259 has it: no comments, no trailing commas, names and \
         strings in double quotes.";
    NestedTooDeep = "ASL0004", Error, JSON,
        "the definition is nested too deep",
        "There is a limit so that no definition can exhaust the stack.";
    NumberTooLarge = "ASL0005", Error, JSON,
        "a number is too large",
        "Numbers are 64-bit integers or 64-bit floating point; this one is beyond both.";
    DuplicateKey = "ASL0006", Warning, None,
        "an object has the same name twice",
        "The last one counts and the others are ignored, which is hardly what was meant.";
    UnfilledPlaceholder = "ASL0007", Error, JSON,
        "a placeholder has no value",
        "A `${Name}` in the place of a JSON value has to be given a value before the definition \
         can be read.";
    InvalidSubstitution = "ASL0008", Error, JSON,
        "the value of a placeholder is not JSON",
        "A placeholder that stands in the place of a JSON value is replaced by JSON text.";
    UnusedSubstitution = "ASL0009", Warning, None,
        "a substitution is not used",
        "No placeholder has this name: one of the two is misspelled, or no longer needed.";
    TooManyFindings = "ASL0010", Warning, None,
        "there are more findings",
        "Only the first findings are shown.";

    NotAnObject = "ASL0101", Error, SCHEMA,
        "the definition is not an object",
        "A state machine is a JSON object with `StartAt` and `States`.";
    MissingField = "ASL0102", Error, SCHEMA,
        "a field is missing",
        "The object cannot be understood without this field.";
    UnsupportedField = "ASL0103", Error, SCHEMA,
        "a field is unknown here",
        "AWS refuses fields it does not know, and fields that the type of state does not have.";
    WrongType = "ASL0104", Error, SCHEMA,
        "a value has the wrong type",
        "Each field takes values of one JSON type; a number is not taken from a string.";
    UnknownValue = "ASL0105", Error, SCHEMA,
        "a value is none of those that the field takes",
        "The field takes one of a few words, written exactly so.";
    OutOfRange = "ASL0106", Error, SCHEMA,
        "a value is out of its range",
        "AWS limits this field.";
    ExclusiveFields = "ASL0107", Error, SCHEMA,
        "fields exclude each other",
        "The fields say the same thing in different ways, so only one of them may be there.";
    EmptyValue = "ASL0108", Error, SCHEMA,
        "a value is empty",
        "The field needs at least one member.";
    WrongQueryLanguage = "ASL0109", Error, SCHEMA,
        "a field belongs to the other query language",
        "Some fields exist in JSONPath states only, others in JSONata states only.";
    JsonPathInJsonata = "ASL0110", Error, SCHEMA,
        "a JSONPath state in a JSONata machine",
        "A JSONPath machine may have JSONata states, but not the other way round.";
    ChoiceRule = "ASL0111", Error, SCHEMA,
        "a choice rule has the wrong shape",
        "A rule compares one variable by one operator, or is one of `And`, `Or` and `Not`; only \
         a rule of `Choices` itself has `Next`.";
    VariableName = "ASL0112", Error, SCHEMA,
        "a variable cannot have this name",
        "A variable's name starts with a letter or `_`, goes on with letters, digits and `_`, \
         has at most 80 characters and is not `states`.";
    VariableScope = "ASL0113", Error, SCHEMA,
        "a variable of an outer scope is assigned",
        "The states of a Parallel or Map read the variables outside it; assigning one of the same \
         name is refused, because the others would not see it.";

    UnknownVariable = "ASL0114", Warning, None,
        "a variable is read that no state assigns",
        "Only what an `Assign` of this scope or of one around it assigns can be read; a Distributed \
         Map's states see nothing of what is around them. Reading anything else fails the execution.";

    InvalidPath = "ASL0201", Error, SCHEMA,
        "a path does not parse",
        "The field takes a JSONPath such as `$.order.id`.";
    InvalidReferencePath = "ASL0202", Error, SCHEMA,
        "a path does not name one place",
        "The field takes a reference path: names and indexes only, no wildcard, slice or filter.";
    InvalidTemplateField = "ASL0203", Error, SCHEMA,
        "a `.$` field is neither a path nor a function call",
        "A field whose name ends in `.$` is computed: its value is a JSONPath or a call of an \
         intrinsic function.";
    DuplicateTemplateField = "ASL0204", Error, SCHEMA,
        "two fields of a payload template make the same member",
        "`a` and `a.$` both become `a`.";
    MissingDollar = "ASL0205", Warning, Some("NO_DOLLAR"),
        "a path or call stands in a field that is not computed",
        "Only a field whose name ends in `.$` is computed; in others the text stays as it is.";
    InvalidPattern = "ASL0206", Error, SCHEMA,
        "a pattern of `StringMatches` does not parse",
        "`*` stands for any text; a backslash is followed by `*` or by another backslash.";

    MissingTarget = "ASL0301", Error, TARGET,
        "a state that is gone to does not exist",
        "Names are looked up in the same `States` object: a branch cannot be left or entered by \
         a transition.";
    UnreachableState = "ASL0302", Error, TARGET,
        "a state cannot be reached",
        "No way leads from `StartAt` to this state.";
    NoTerminalState = "ASL0303", Error, Some("MISSING_END_STATE"),
        "the workflow cannot end",
        "Each `States` object needs a state with `End`, a Succeed or a Fail.";
    DuplicateStateName = "ASL0304", Error, Some("DUPLICATE_STATE_NAME"),
        "two states have the same name",
        "Names are unique over the whole machine, branches and map bodies included.";
    StateName = "ASL0305", Error, SCHEMA,
        "a state cannot have this name",
        "A state's name has 1 to 80 characters.";

    UnknownResource = "ASL0401", Error, SCHEMA,
        "a resource is not recognised",
        "A Task names its work by the ARN of a Lambda function, an activity or an integration.";
    Heartbeat = "ASL0402", Error, SCHEMA,
        "the heartbeat is not shorter than the timeout",
        "A heartbeat that may take as long as the task is never missed.";
    MaxDelay = "ASL0403", Error, SCHEMA,
        "the longest delay is not longer than the first",
        "`MaxDelaySeconds` caps a delay that grows from `IntervalSeconds`, so it has to be larger.";
    ErrorEquals = "ASL0404", Error, SCHEMA,
        "a wildcard error name stands where it hides others",
        "`States.ALL` and `States.TaskFailed` stand alone in their `ErrorEquals`, and `States.ALL` \
         comes last, because nothing after it could ever match.";
    InvalidTimestamp = "ASL0405", Error, SCHEMA,
        "a text is not a timestamp",
        "Timestamps are as RFC 3339 has them, with an upper-case `T` and `Z`.";
    MissingRole = "ASL0406", Error, SCHEMA,
        "`Credentials` name no role",
        "`Credentials` say which role a Task takes on.";
    MapMode = "ASL0407", Warning, SCHEMA,
        "a field is for Distributed Maps only",
        "The field concerns executions that a Map in `DISTRIBUTED` mode starts.";
    BatchSize = "ASL0408", Warning, SCHEMA,
        "an `ItemBatcher` does not say how large a batch is",
        "A batch is limited by a number of items, a number of bytes, or both.";
    Express = "ASL0409", Error, SCHEMA,
        "an Express machine cannot do this",
        "Express executions last at most five minutes and wait for no one: they have no jobs, no \
         task tokens, no activities and no Distributed Maps.";

    InvalidJsonata = "ASL0501", Error, Some("INVALID_JSONATA_EXPRESSION"),
        "an expression does not parse",
        "What stands between `{%` and `%}` is an expression of JSONata.";
    UnsupportedJsonata = "ASL0502", Error, Some("UNSUPPORTED_JSONATA_EXPRESSION"),
        "an expression uses what Step Functions does not have",
        "There is no context item: the state's input is `$states.input`, its variables have a `$`. \
         What else `$states` has depends on the field.";
    UnknownFunction = "ASL0503", Warning, None,
        "an expression calls a function that does not exist",
        "AWS takes the definition, and the execution fails when it comes to the call.";

    Unsupported = "ASL0901", Error, None,
        "this is not supported yet",
        "The definition is right, but this compiler cannot translate this part of it yet.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_distinct_and_in_order() {
        assert!(Code::ALL.is_sorted_by(|a, b| a.id() < b.id()));
    }

    #[test]
    fn titles_are_written_like_messages() {
        for code in Code::ALL {
            assert!(!code.title().ends_with('.'), "{code:?}");
            assert!(!code.title().starts_with(|c: char| c.is_uppercase()), "{code:?}");
            assert!(code.explanation().ends_with('.'), "{code:?}");
        }
    }
}
