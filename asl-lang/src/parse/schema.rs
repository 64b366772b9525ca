//! Which fields each object of ASL has.
//!
//! The rules of a JSONPath Choice are the exception: theirs are in `choice`.

use crate::ast::QueryLanguage;

/// An object's fields.
#[derive(Debug)]
pub struct Schema {
    /// The object, as messages name it.
    pub subject: &'static str,
    /// The fields it may have.
    pub fields: &'static [Field],
    /// Groups of fields of which one at most may be there.
    pub(super) exclusive: &'static [&'static [&'static str]],
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// The name.
    pub name: &'static str,
    /// The query languages that have it.
    pub written: Written,
    required: bool,
}

/// The query languages that have a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Either.
    Both,
    /// JSONPath only.
    JsonPath,
    /// JSONata only.
    Jsonata,
}

const fn required(name: &'static str) -> Field {
    Field { name, written: Written::Both, required: true }
}

const fn both(name: &'static str) -> Field {
    Field { name, written: Written::Both, required: false }
}

const fn jsonpath(name: &'static str) -> Field {
    Field { name, written: Written::JsonPath, required: false }
}

const fn jsonata(name: &'static str) -> Field {
    Field { name, written: Written::Jsonata, required: false }
}

impl Schema {
    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|field| field.name)
    }

    /// The fields that have to be there.
    pub(super) fn required(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().filter(|field| field.required).map(|field| field.name)
    }
}

/// What is inside a field that holds an object with fields of its own, or several of them.
/// States have the fields of their types, which [`state_types`](super::state_types) lists.
pub fn inside(field: &str) -> Option<&'static Schema> {
    Some(match field {
        "Branches" => &BRANCH,
        "ItemProcessor" | "Iterator" => &ITEM_PROCESSOR,
        "ProcessorConfig" => &PROCESSOR_CONFIG,
        "ItemReader" => &ITEM_READER,
        "ReaderConfig" => &READER_CONFIG,
        "ItemBatcher" => &ITEM_BATCHER,
        "ResultWriter" => &RESULT_WRITER,
        "WriterConfig" => &WRITER_CONFIG,
        "Retry" => &RETRIER,
        "Catch" => &CATCHER,
        _ => return None,
    })
}

impl Field {
    /// The field that does the same in the other language.
    pub(super) fn instead(&self, language: QueryLanguage) -> Option<&'static str> {
        Some(match (language, self.name) {
            (QueryLanguage::Jsonata, "Parameters") => "Arguments",
            (QueryLanguage::Jsonata, "ItemsPath") => "Items",
            (QueryLanguage::Jsonata, "Result" | "ResultSelector" | "ResultPath" | "OutputPath") => {
                "Output"
            }
            (QueryLanguage::Jsonata, name) => {
                name.strip_suffix("Path").filter(|&n| n != "Input")?
            }
            (QueryLanguage::JsonPath, "Arguments") => "Parameters",
            (QueryLanguage::JsonPath, "Items") => "ItemsPath",
            (QueryLanguage::JsonPath, "Output") => "Parameters`, `ResultSelector` or `OutputPath",
            _ => return None,
        })
    }
}

/// The objects of ASL.
pub const ALL: &[&Schema] = &[
    &MACHINE,
    &BRANCH,
    &ITEM_PROCESSOR,
    &TASK,
    &PASS,
    &CHOICE,
    &WAIT,
    &SUCCEED,
    &FAIL,
    &PARALLEL,
    &MAP,
    &PROCESSOR_CONFIG,
    &ITEM_READER,
    &READER_CONFIG,
    &ITEM_BATCHER,
    &RESULT_WRITER,
    &WRITER_CONFIG,
    &RETRIER,
    &CATCHER,
    &JSONATA_RULE,
];

pub(super) const MACHINE: Schema = Schema {
    subject: "a state machine",
    fields: &[
        required("States"),
        required("StartAt"),
        both("Comment"),
        both("Version"),
        both("TimeoutSeconds"),
        both("QueryLanguage"),
        both("ProcessorConfig"),
    ],
    exclusive: &[],
};

pub(super) const BRANCH: Schema = Schema {
    subject: "a branch",
    fields: &[required("States"), required("StartAt"), both("Comment")],
    exclusive: &[],
};

pub(super) const ITEM_PROCESSOR: Schema = Schema {
    subject: "an `ItemProcessor`",
    fields: &[required("States"), required("StartAt"), both("Comment"), both("ProcessorConfig")],
    exclusive: &[],
};

pub(super) const TASK: Schema = Schema {
    subject: "a Task state",
    fields: &[
        both("Type"),
        required("Resource"),
        both("Comment"),
        both("QueryLanguage"),
        jsonpath("InputPath"),
        jsonpath("Parameters"),
        jsonata("Arguments"),
        jsonpath("ResultSelector"),
        jsonpath("ResultPath"),
        jsonpath("OutputPath"),
        jsonata("Output"),
        both("Assign"),
        both("TimeoutSeconds"),
        jsonpath("TimeoutSecondsPath"),
        both("HeartbeatSeconds"),
        jsonpath("HeartbeatSecondsPath"),
        both("Credentials"),
        both("Retry"),
        both("Catch"),
        both("Next"),
        both("End"),
    ],
    exclusive: &[
        &["TimeoutSeconds", "TimeoutSecondsPath"],
        &["HeartbeatSeconds", "HeartbeatSecondsPath"],
    ],
};

pub(super) const PASS: Schema = Schema {
    subject: "a Pass state",
    fields: &[
        both("Type"),
        both("Comment"),
        both("QueryLanguage"),
        jsonpath("InputPath"),
        jsonpath("Parameters"),
        jsonpath("Result"),
        jsonpath("ResultPath"),
        jsonpath("OutputPath"),
        jsonata("Output"),
        both("Assign"),
        both("Next"),
        both("End"),
    ],
    exclusive: &[],
};

pub(super) const CHOICE: Schema = Schema {
    subject: "a Choice state",
    fields: &[
        both("Type"),
        required("Choices"),
        both("Default"),
        both("Comment"),
        both("QueryLanguage"),
        jsonpath("InputPath"),
        jsonpath("OutputPath"),
        jsonata("Output"),
        both("Assign"),
    ],
    exclusive: &[],
};

pub(super) const WAIT: Schema = Schema {
    subject: "a Wait state",
    fields: &[
        both("Type"),
        both("Seconds"),
        both("Timestamp"),
        jsonpath("SecondsPath"),
        jsonpath("TimestampPath"),
        both("Comment"),
        both("QueryLanguage"),
        jsonpath("InputPath"),
        jsonpath("OutputPath"),
        jsonata("Output"),
        both("Assign"),
        both("Next"),
        both("End"),
    ],
    exclusive: &[&["Seconds", "SecondsPath", "Timestamp", "TimestampPath"]],
};

pub(super) const SUCCEED: Schema = Schema {
    subject: "a Succeed state",
    fields: &[
        both("Type"),
        both("Comment"),
        both("QueryLanguage"),
        jsonpath("InputPath"),
        jsonpath("OutputPath"),
        jsonata("Output"),
    ],
    exclusive: &[],
};

pub(super) const FAIL: Schema = Schema {
    subject: "a Fail state",
    fields: &[
        both("Type"),
        both("Error"),
        jsonpath("ErrorPath"),
        both("Cause"),
        jsonpath("CausePath"),
        both("Comment"),
        both("QueryLanguage"),
    ],
    exclusive: &[&["Error", "ErrorPath"], &["Cause", "CausePath"]],
};

pub(super) const PARALLEL: Schema = Schema {
    subject: "a Parallel state",
    fields: &[
        both("Type"),
        required("Branches"),
        both("Comment"),
        both("QueryLanguage"),
        jsonpath("InputPath"),
        jsonpath("Parameters"),
        jsonata("Arguments"),
        jsonpath("ResultSelector"),
        jsonpath("ResultPath"),
        jsonpath("OutputPath"),
        jsonata("Output"),
        both("Assign"),
        both("Retry"),
        both("Catch"),
        both("Next"),
        both("End"),
    ],
    exclusive: &[],
};

pub(super) const MAP: Schema = Schema {
    subject: "a Map state",
    fields: &[
        both("Type"),
        both("ItemProcessor"),
        both("Iterator"),
        both("Comment"),
        both("QueryLanguage"),
        jsonpath("InputPath"),
        jsonpath("ItemsPath"),
        jsonata("Items"),
        both("ItemSelector"),
        jsonpath("Parameters"),
        both("ItemReader"),
        both("ItemBatcher"),
        both("ResultWriter"),
        both("MaxConcurrency"),
        jsonpath("MaxConcurrencyPath"),
        both("ToleratedFailureCount"),
        jsonpath("ToleratedFailureCountPath"),
        both("ToleratedFailurePercentage"),
        jsonpath("ToleratedFailurePercentagePath"),
        both("Label"),
        jsonpath("ResultSelector"),
        jsonpath("ResultPath"),
        jsonpath("OutputPath"),
        jsonata("Output"),
        both("Assign"),
        both("Retry"),
        both("Catch"),
        both("Next"),
        both("End"),
    ],
    exclusive: &[
        &["ItemProcessor", "Iterator"],
        &["ItemSelector", "Parameters"],
        &["MaxConcurrency", "MaxConcurrencyPath"],
        &["ToleratedFailureCount", "ToleratedFailureCountPath"],
        &["ToleratedFailurePercentage", "ToleratedFailurePercentagePath"],
    ],
};

pub(super) const PROCESSOR_CONFIG: Schema = Schema {
    subject: "a `ProcessorConfig`",
    fields: &[both("Mode"), both("ExecutionType")],
    exclusive: &[],
};

pub(super) const ITEM_READER: Schema = Schema {
    subject: "an `ItemReader`",
    fields: &[
        required("Resource"),
        jsonpath("Parameters"),
        jsonata("Arguments"),
        both("ReaderConfig"),
    ],
    exclusive: &[],
};

pub(super) const READER_CONFIG: Schema = Schema {
    subject: "a `ReaderConfig`",
    fields: &[
        both("InputType"),
        both("ManifestType"),
        both("Transformation"),
        both("ItemsPointer"),
        both("CSVHeaderLocation"),
        both("CSVHeaders"),
        both("CSVDelimiter"),
        both("MaxItems"),
        jsonpath("MaxItemsPath"),
    ],
    exclusive: &[&["MaxItems", "MaxItemsPath"]],
};

pub(super) const ITEM_BATCHER: Schema = Schema {
    subject: "an `ItemBatcher`",
    fields: &[
        both("BatchInput"),
        both("MaxItemsPerBatch"),
        jsonpath("MaxItemsPerBatchPath"),
        both("MaxInputBytesPerBatch"),
        jsonpath("MaxInputBytesPerBatchPath"),
    ],
    exclusive: &[
        &["MaxItemsPerBatch", "MaxItemsPerBatchPath"],
        &["MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"],
    ],
};

pub(super) const RESULT_WRITER: Schema = Schema {
    subject: "a `ResultWriter`",
    fields: &[both("Resource"), jsonpath("Parameters"), jsonata("Arguments"), both("WriterConfig")],
    exclusive: &[],
};

pub(super) const WRITER_CONFIG: Schema = Schema {
    subject: "a `WriterConfig`",
    fields: &[required("Transformation"), required("OutputType")],
    exclusive: &[],
};

pub(super) const RETRIER: Schema = Schema {
    subject: "a retrier",
    fields: &[
        required("ErrorEquals"),
        both("IntervalSeconds"),
        both("MaxAttempts"),
        both("BackoffRate"),
        both("MaxDelaySeconds"),
        both("JitterStrategy"),
        both("Comment"),
    ],
    exclusive: &[],
};

pub(super) const CATCHER: Schema = Schema {
    subject: "a catcher",
    fields: &[
        required("ErrorEquals"),
        required("Next"),
        jsonpath("ResultPath"),
        jsonata("Output"),
        both("Assign"),
        both("Comment"),
    ],
    exclusive: &[],
};

pub(super) const JSONATA_RULE: Schema = Schema {
    subject: "a choice rule",
    fields: &[
        required("Condition"),
        required("Next"),
        both("Assign"),
        jsonata("Output"),
        both("Comment"),
    ],
    exclusive: &[],
};
