//! The targets: one file for each subject.

mod api;
mod case;
mod code;
mod declaration;
mod definition;
mod dsl;
mod evaluate;
mod intrinsic;
mod json;
mod json_path;
mod jsonata;
mod machine;
mod number;
mod pattern;
mod planted;
mod reference_path;
mod shapes;
mod substitutions;
mod test_state;
mod timestamp;
mod yaml;

use crate::target::Target;

/// All targets.
pub(crate) fn all() -> &'static [Target] {
    &[
        json::TARGET,
        yaml::TARGET,
        number::TARGET,
        timestamp::TARGET,
        pattern::TARGET,
        json_path::TARGET,
        jsonata::TARGET,
        evaluate::TARGET,
        reference_path::TARGET,
        intrinsic::TARGET,
        substitutions::TARGET,
        definition::TARGET,
        api::TARGET,
        code::TARGET,
        test_state::TARGET,
        declaration::TARGET,
        dsl::TARGET,
        case::TARGET,
        shapes::TARGET,
        planted::TARGET,
    ]
}

#[cfg(test)]
mod tests {
    use crate::seeds;

    #[test]
    fn every_seed_passes() {
        for target in super::all().iter().filter(|target| !target.planted) {
            let seeds = seeds::read(target.name);
            let seeds = seeds.unwrap_or_else(|error| panic!("{error:#}"));
            assert!(!seeds.is_empty(), "{} has no seeds", target.name);
            for seed in seeds {
                println!("{}: {}", target.name, String::from_utf8_lossy(&seed));
                (target.run)(&seed);
            }
        }
    }
}
