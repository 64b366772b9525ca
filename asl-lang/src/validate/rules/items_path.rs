//! `ItemsPath` is a reference path: it names the one array that a Map goes through. Beside an
//! `ItemReader` nobody looks at it.

use super::{Context, finding};
use crate::ast::StateKind;
use crate::diagnostic::Code;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        let StateKind::Map(map) = &state.kind else {
            continue;
        };
        let Some(path) = &map.items_path else { continue };
        if map.item_reader.is_some() {
            continue;
        }
        if let Some(selection) = path.value.selection() {
            let message = "`ItemsPath` is not a reference path";
            let finding = finding(Code::InvalidReferencePath, message, path.span)
                .label(format!("{selection} in a reference path"))
                .help(
                    "name one place with `.name`, `['name']` and `[0]` only; select with \
                     `InputPath` or in a Pass before",
                );
            cx.report(scope, state, "ItemsPath", finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn items_path(path: &str) -> Vec<String> {
        let mut found = states(&format!(
            r#""A": {{"Type": "Map", "End": true, "ItemsPath": "{path}", "ItemProcessor":
                 {{"StartAt": "B", "States": {{"B": {{"Type": "Pass", "End": true}}}}}}}}"#,
        ));
        found.retain(|finding| finding.contains("reference path"));
        found
    }

    #[test]
    fn it_names_one_place() {
        for path in ["$", "$.a['b'][0]", "$$.Execution.Input.a"] {
            assert_eq!(items_path(path), [""; 0], "{path}");
        }
        for (path, what) in
            [("$.a[*]", "a wildcard"), ("$..a", "a deep scan"), ("$.a[?(@.b)]", "a filter")]
        {
            let found = items_path(path);
            let start = format!(
                "/States/A/ItemsPath: `ItemsPath` is not a reference path <\"{path}\"> ({what} in a \
                 reference path)"
            );
            assert!(found.len() == 1 && found[0].starts_with(&start), "{found:?}");
        }
    }
}
