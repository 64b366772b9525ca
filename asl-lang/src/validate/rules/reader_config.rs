//! Fields of a `ReaderConfig` fit the data that is read.
//!
//! Follows [ItemReader](https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html).

use std::collections::HashSet;

use super::{Context, finding};
use crate::ast::{ItemReader, ReaderConfig, ResourceKind, StateKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Spanned;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        let StateKind::Map(map) = &state.kind else { continue };
        let Some(reader) = &map.item_reader else { continue };
        let Some(config) = &reader.reader_config else { continue };
        let found = [inventory(config), pointer(config), headers(config), listing(reader, config)];
        for (field, finding) in found.into_iter().flatten().chain(header_twice(config)) {
            cx.report(scope, state, &format!("ItemReader/ReaderConfig/{field}"), finding);
        }
    }
}

type Found = Option<(&'static str, Diagnostic)>;

fn is(field: &Option<Spanned<String>>, word: &str) -> bool {
    field.as_ref().is_some_and(|text| text.value == word)
}

/// An inventory names the format of its files itself.
fn inventory(config: &ReaderConfig) -> Found {
    let input_type = config.input_type.as_ref()?;
    is(&config.manifest_type, "S3_INVENTORY").then(|| {
        let message = "`InputType` is not given for an S3 inventory";
        let finding = finding(Code::ReaderConfig, message, input_type.span);
        ("InputType", finding.help("remove it: the inventory's manifest says what its files are"))
    })
}

/// Only JSON has places to point to.
fn pointer(config: &ReaderConfig) -> Found {
    let pointer = config.items_pointer.as_ref()?;
    let input_type = config.input_type.as_ref();
    if let Some(input_type) = input_type.filter(|input_type| input_type.value != "JSON") {
        let message = format!("`ItemsPointer` points into JSON, not into {}", input_type.value);
        let finding = finding(Code::ReaderConfig, message, pointer.span)
            .also(input_type.span, "the type is here")
            .help("remove it");
        return Some(("ItemsPointer", finding));
    }
    (!pointer.value.is_empty() && !pointer.value.starts_with(['/', '$', '{'])).then(|| {
        let message = "`ItemsPointer` is not a JSON Pointer";
        let finding = finding(Code::ReaderConfig, message, pointer.span)
            .help(format!("write `/{}`", pointer.value.replace('.', "/")));
        ("ItemsPointer", finding)
    })
}

/// Headers are given where their location says so.
fn headers(config: &ReaderConfig) -> Found {
    let headers = config.csv_headers.as_ref()?;
    (!is(&config.csv_header_location, "GIVEN")).then(|| {
        let message = "`CSVHeaders` count only if `CSVHeaderLocation` is `GIVEN`";
        let mut finding = finding(Code::ReaderConfig, message, headers.span);
        if let Some(location) = &config.csv_header_location {
            finding = finding.also(location.span, "the location is here");
        }
        ("CSVHeaders", finding.help("set `CSVHeaderLocation` to `GIVEN`, or remove the headers"))
    })
}

/// Two columns cannot have one name.
fn header_twice(config: &ReaderConfig) -> Found {
    let headers = config.csv_headers.as_ref()?;
    let mut seen = HashSet::new();
    let twice = headers.value.iter().find(|header| !seen.insert(header.value.as_str()))?;
    let message = format!("the header `{}` is given twice", twice.value);
    let finding = finding(Code::ReaderConfig, message, twice.span)
        .label("reading fails: CSV headers cannot contain duplicates")
        .help("give each column its own name");
    Some(("CSVHeaders", finding))
}

/// Only a listing has files to load.
fn listing(reader: &ItemReader, config: &ReaderConfig) -> Found {
    let transformation = config.transformation.as_ref()?;
    if transformation.value != "LOAD_AND_FLATTEN" {
        return None;
    }
    let lists = match &reader.resource.value.kind {
        ResourceKind::Integration { action, .. } => action == "listObjectsV2",
        _ => true,
    };
    let finding = if !lists {
        let message = "`LOAD_AND_FLATTEN` loads the files of a listing";
        finding(Code::ReaderConfig, message, transformation.span)
            .also(reader.resource.span, "this is no listing")
            .help("list the files by `arn:aws:states:::s3:listObjectsV2`")
    } else if config.input_type.is_none() {
        let message = "`LOAD_AND_FLATTEN` has to know the type of the files";
        finding(Code::ReaderConfig, message, transformation.span).help("add `InputType`")
    } else {
        return None;
    };
    Some(("Transformation", finding))
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn reader(action: &str, config: &str) -> Vec<String> {
        states(&format!(
            r#""A": {{"Type": "Map", "End": true, "ItemReader": {{
                 "Resource": "arn:aws:states:::s3:{action}", "ReaderConfig": {{{config}}}}},
                 "ItemProcessor": {{
                   "ProcessorConfig": {{"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}},
                   "StartAt": "B", "States": {{"B": {{"Type": "Succeed"}}}}}}}}"#
        ))
    }

    fn finds(config: &str, expected: &str) {
        let found = reader("getObject", config);
        let expected = format!("warning: /States/A/ItemReader/ReaderConfig/{expected}");
        assert_eq!(found, [expected], "{config}");
    }

    #[test]
    fn what_fits() {
        for config in [
            r#""InputType": "JSON", "ItemsPointer": "/data/items""#,
            r#""InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a", "b"]"#,
            r#""ManifestType": "S3_INVENTORY""#,
            r#""ManifestType": "ATHENA_DATA", "InputType": "CSV""#,
        ] {
            assert_eq!(reader("getObject", config), [""; 0], "{config}");
        }
        let flatten = r#""Transformation": "LOAD_AND_FLATTEN", "InputType": "JSON""#;
        assert_eq!(reader("listObjectsV2", flatten), [""; 0]);
    }

    #[test]
    fn what_does_not() {
        finds(
            r#""ManifestType": "S3_INVENTORY", "InputType": "MANIFEST""#,
            "InputType: `InputType` is not given for an S3 inventory <\"MANIFEST\"> [remove it: \
             the inventory's manifest says what its files are]",
        );
        finds(
            r#""InputType": "CSV", "ItemsPointer": "/a""#,
            "ItemsPointer: `ItemsPointer` points into JSON, not into CSV <\"/a\"> [remove it]",
        );
        finds(
            r#""InputType": "JSON", "ItemsPointer": "a.b""#,
            "ItemsPointer: `ItemsPointer` is not a JSON Pointer <\"a.b\"> [write `/a/b`]",
        );
        finds(
            r#""InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVHeaders": ["a"]"#,
            "CSVHeaders: `CSVHeaders` count only if `CSVHeaderLocation` is `GIVEN` <[\"a\"]> [set \
             `CSVHeaderLocation` to `GIVEN`, or remove the headers]",
        );
        finds(
            r#""InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a", "a"]"#,
            "CSVHeaders: the header `a` is given twice <\"a\"> (reading fails: CSV headers cannot \
             contain duplicates) [give each column its own name]",
        );
        finds(
            r#""Transformation": "LOAD_AND_FLATTEN", "InputType": "JSON""#,
            "Transformation: `LOAD_AND_FLATTEN` loads the files of a listing \
             <\"LOAD_AND_FLATTEN\"> [list the files by `arn:aws:states:::s3:listObjectsV2`]",
        );
        let found = reader("listObjectsV2", r#""Transformation": "LOAD_AND_FLATTEN""#);
        assert!(found[0].ends_with(
            "has to know the type of the files <\"LOAD_AND_FLATTEN\"> [add `InputType`]"
        ));
    }
}
