//! The rules, one to a file. Each file says what it asks for and why, and has its tests.

use super::{Context, finding};

mod credentials;
mod duplicate_template_field;
mod error_equals;
mod express;
mod heartbeat;
mod items_path;
mod jsonata;
mod jsonata_names;
mod map_mode;
mod match_pattern;
mod max_delay;
mod missing_dollar;
mod query_language;
mod reachable;
mod resource;
mod state_names;
mod targets;
mod timestamps;
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
    credentials::check,
    express::check,
    heartbeat::check,
    error_equals::check,
    max_delay::check,
    timestamps::check,
    match_pattern::check,
    duplicate_template_field::check,
    missing_dollar::check,
    variable_names::check,
    variable_scope::check,
    map_mode::check,
    items_path::check,
    jsonata::check,
    jsonata_names::check,
    unsupported::check,
];
