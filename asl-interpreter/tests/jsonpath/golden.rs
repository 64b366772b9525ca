//! Executions recorded on AWS, in `golden/cases` of the corpus: those of one Pass with one path.

use super::{compile, corpus, json};
use asl_lang::path;
use serde_json::Value;

/// The name of the state's only field and its path, if the case is such a one.
fn path_of(case: &Value) -> Option<(&str, &str)> {
    let states = case["definition"]["States"].as_object()?;
    let state = states.values().next().filter(|_| states.len() == 1)?;
    let parameters = state["Parameters"].as_object().filter(|_| state["Type"] == "Pass")?;
    let (name, text) = parameters.iter().next().filter(|_| parameters.len() == 1)?;
    let text = text.as_str().filter(|text| text.starts_with('$') && !text.starts_with("$$"))?;
    Some((name.strip_suffix(".$")?, text))
}

#[test]
fn paths_lead_where_they_led_on_aws() {
    let Some(folder) = corpus("golden/cases") else { return };
    let mut indefinite = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let case: Value = serde_json::from_str(&text).unwrap();
        let Some((name, path)) = path_of(&case) else { continue };
        let Some(output) = case["output"].get(name) else { continue };
        let found = compile(path).required(&json(&case["input"].to_string()));
        assert_eq!(found.unwrap(), json(&output.to_string()), "{}", case["id"]);
        indefinite += usize::from(!path::parse(path).unwrap().is_definite());
    }
    assert!(indefinite >= 9, "only {indefinite} cases found");
}
