//! The rules, one to a file. Each file says what it asks for and why, and has its tests.

use super::{Context, finding};

mod credentials;
mod duplicate_template_field;
mod error_equals;
mod error_names;
mod express;
mod expression_text;
mod heartbeat;
mod ignored_fields;
mod integration_parameters;
mod intrinsic_arguments;
mod items_path;
mod jsonata;
mod jsonata_names;
mod labels;
mod map_mode;
mod match_pattern;
mod max_delay;
mod missing_dollar;
mod missing_path_suffix;
mod query_language;
mod reachable;
mod reader_config;
mod reference_paths;
mod resource;
mod state_names;
mod targets;
mod task_token;
mod timestamps;
mod unknown_variables;
mod unsupported;
mod variable_names;
mod variable_scope;

/// A rule looks at the whole definition and reports what it finds.
type Rule = fn(&mut Context<'_>);

/// All rules.
pub(super) const ALL: &[Rule] = &[
    targets::check,
    reachable::check,
    state_names::check,
    query_language::check,
    resource::check,
    integration_parameters::check,
    task_token::check,
    credentials::check,
    express::check,
    heartbeat::check,
    error_equals::check,
    error_names::check,
    max_delay::check,
    timestamps::check,
    match_pattern::check,
    duplicate_template_field::check,
    missing_dollar::check,
    missing_path_suffix::check,
    intrinsic_arguments::check,
    expression_text::check,
    variable_names::check,
    variable_scope::check,
    unknown_variables::check,
    map_mode::check,
    labels::check,
    items_path::check,
    reference_paths::check,
    reader_config::check,
    ignored_fields::check,
    jsonata::check,
    jsonata_names::check,
    unsupported::check,
];
