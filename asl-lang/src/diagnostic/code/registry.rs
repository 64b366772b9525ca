//! The registry of findings.
//!
//! A number says the topic: 00 reading, 01 the shape of objects, 02 paths, templates and
//! expressions, 03 state names and transitions, 04 fields that have to agree, 05 JSONata, 09 what
//! is not supported yet.

use super::super::Severity;

const JSON: Option<&str> = Some("INVALID_JSON_DESCRIPTION");
const SCHEMA: Option<&str> = Some("SCHEMA_VALIDATION_FAILED");
const TARGET: Option<&str> = Some("MISSING_TRANSITION_TARGET");
const NESTED: Option<&str> = Some("TOO_DEEPLY_NESTED");

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
    NestedTooDeep = "ASL0004", Error, NESTED,
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
    InvalidYaml = "ASL0011", Error, JSON,
        "the text is not YAML that can be a definition",
        "A definition in YAML is one document that says what JSON could say: objects with names, \
         arrays, strings, finite numbers, Booleans and null.";
    YamlTag = "ASL0012", Error, JSON,
        "a tag of YAML has no meaning here",
        "Functions of CloudFormation such as `!Ref` and `!Sub` work in templates; in the file of a \
         definition nothing calls them.";
    AmbiguousNumber = "ASL0013", Error, JSON,
        "readers of YAML do not agree on a number",
        "Leading zeros, underscores and prefixes mean one thing in YAML 1.1 and another in YAML \
         1.2.";
    BooleanWord = "ASL0014", Warning, None,
        "a word is a string in YAML 1.2 and a Boolean in YAML 1.1",
        "`yes`, `no`, `on` and `off` are read as strings, but CloudFormation, which reads YAML 1.1, \
         takes them for Booleans.";
    FormatDisabled = "ASL0015", Error, JSON,
        "the definition is in a format that is not enabled",
        "Definitions in YAML are read only with the feature `yaml`, so that nobody else has to \
         build a parser for them.";

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
         has at most 80 characters and is not `states`. Other characters are a warning: nothing \
         can read the variable.";
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
    MissingPathSuffix = "ASL0207", Warning, Some("NO_PATH"),
        "a path stands in a field that takes constants",
        "`Error` means just what is written in it; `ErrorPath` is read from the data. So it is with \
         `Cause` and with the comparisons of a Choice.";
    StaticResult = "ASL0208", Warning, Some("PASS_RESULT_IS_STATIC"),
        "the `Result` of a Pass looks computed",
        "`Result` is taken as it is written: neither `.$` nor paths nor functions mean anything in \
         it. `Parameters` are computed.";
    PlainExpression = "ASL0209", Warning, None,
        "an expression stands where it is plain text",
        "A text is an expression if it is in a JSONata state, in a field that takes expressions, \
         and begins with `{%` and ends with `%}`, without so much as a space outside. Everywhere \
         else AWS takes it for text, which is hardly what was meant.";
    OpenExpression = "ASL0210", Error, Some("INVALID_JSONATA_EXPRESSION"),
        "an expression lacks one of its ends",
        "An expression begins with `{%` and ends with `%}`. With one of them missing, the text \
         would be handed on as it is.";
    PathNotReference = "ASL0211", Warning, None,
        "a path that selects stands where one value is read",
        "AWS's documentation asks for a reference path here: names and indexes, which lead to one \
         value. A path that selects leads to an array, whatever it finds.";
    IntrinsicArgument = "ASL0212", Error, SCHEMA,
        "an argument of an intrinsic function has the wrong type",
        "What a constant or another function gives is known beforehand; where the function cannot \
         take it, the call fails whenever it is evaluated.";

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
    StateName = "ASL0305", Error, Some("INVALID_STATE_NAME"),
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
    InvalidLabel = "ASL0410", Error, Some("INVALID_LABEL_NAME"),
        "a `Label` cannot be part of a name",
        "The label is part of the ARNs of a Distributed Map's executions. It has 1 to 40 \
         characters, and no white space, brackets, wildcards, control characters or any of \
         `\" # % \\ ^ | ~ $ & , ; :`.";
    DuplicateLabel = "ASL0411", Error, Some("DUPLICATE_LABEL_NAME"),
        "two Maps have the same `Label`",
        "The label says which Map's executions are meant, so it is given once in a machine.";
    UnknownErrorName = "ASL0412", Warning, None,
        "an error has a name that only Step Functions gives, but does not",
        "Names that begin with `States.` are Step Functions' own. One that it does not give \
         matches nothing, and the error that was meant goes unhandled.";
    UncatchableError = "ASL0413", Warning, None,
        "an error is named that is never retried or caught",
        "AWS reports failing paths, templates and intrinsic functions as `States.Runtime`, which \
         fails the execution whatever `Retry` and `Catch` say.";
    IgnoredField = "ASL0414", Warning, None,
        "a field has no effect beside another",
        "The other field takes its place: the two together are most likely a mistake.";
    ReaderConfig = "ASL0415", Warning, None,
        "fields of a `ReaderConfig` do not go together",
        "Some fields concern one kind of data only. A Map whose reader cannot read fails with \
         `States.ItemReaderFailed`.";
    MissingParameter = "ASL0416", Warning, None,
        "an integration lacks a parameter that it needs",
        "The service refuses the call without it, so the Task would fail whenever it runs.";
    TaskToken = "ASL0417", Warning, None,
        "nobody is given the task token",
        "A Task that waits for its token to come back has to send it out: as `$$.Task.Token` in \
         `Parameters`, as `$states.context.Task.Token` in `Arguments`. Else it waits until it \
         times out.";

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
