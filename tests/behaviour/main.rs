//! What compiled machines do, told as data.
//!
//! Each machine in `tests/machines` is compiled here and run through the cases in the file beside
//! it: `result_path.asl.json` by `result_path.cases.json`. [`cases`] says what a case can say. The
//! interpreter is put through the same files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod cases;

/// Compiles machines, each in a module with the test that runs its cases.
macro_rules! machines {
    ($($topic:ident { $($name:ident: $file:tt,)* })*) => {
        $(mod $topic { $(
            mod $name {
                sfn::sfn! { machine Machine from $file; }

                #[test]
                fn cases() {
                    crate::cases::run_all($file, Machine, MachineHandlers);
                }
            }
        )* })*

        /// The files above.
        const COMPILED: &[&str] = &[$($($file),*),*];
    };
}

machines! {
    pass {
        format: "tests/machines/pass/format.asl.json",
        input_path: "tests/machines/pass/input_path.asl.json",
        input_path_brackets: "tests/machines/pass/input_path_brackets.asl.json",
        input_path_null: "tests/machines/pass/input_path_null.asl.json",
        math_add: "tests/machines/pass/math_add.asl.json",
        nothing: "tests/machines/pass/nothing.asl.json",
        output_path: "tests/machines/pass/output_path.asl.json",
        output_path_missing: "tests/machines/pass/output_path_missing.asl.json",
        output_path_null: "tests/machines/pass/output_path_null.asl.json",
        parameters: "tests/machines/pass/parameters.asl.json",
        parameters_and_result: "tests/machines/pass/parameters_and_result.asl.json",
        result: "tests/machines/pass/result.asl.json",
        result_null: "tests/machines/pass/result_null.asl.json",
        result_path: "tests/machines/pass/result_path.asl.json",
        result_path_index: "tests/machines/pass/result_path_index.asl.json",
        result_path_null: "tests/machines/pass/result_path_null.asl.json",
        three: "tests/machines/pass/three.asl.json",
        whole_flow: "tests/machines/pass/whole_flow.asl.json",
    }
    path {
        choice: "tests/machines/path/choice.asl.json",
        fields: "tests/machines/path/fields.asl.json",
        filters: "tests/machines/path/filters.asl.json",
        task: "tests/machines/path/task.asl.json",
        wait: "tests/machines/path/wait.asl.json",
    }
    intrinsic {
        array: "tests/machines/intrinsic/array.asl.json",
        array_contains: "tests/machines/intrinsic/array_contains.asl.json",
        array_get_item: "tests/machines/intrinsic/array_get_item.asl.json",
        array_length: "tests/machines/intrinsic/array_length.asl.json",
        array_partition: "tests/machines/intrinsic/array_partition.asl.json",
        array_range: "tests/machines/intrinsic/array_range.asl.json",
        array_unique: "tests/machines/intrinsic/array_unique.asl.json",
        base64_decode: "tests/machines/intrinsic/base64_decode.asl.json",
        base64_encode: "tests/machines/intrinsic/base64_encode.asl.json",
        format: "tests/machines/intrinsic/format.asl.json",
        format_braces: "tests/machines/intrinsic/format_braces.asl.json",
        hash: "tests/machines/intrinsic/hash.asl.json",
        json_merge: "tests/machines/intrinsic/json_merge.asl.json",
        json_to_string: "tests/machines/intrinsic/json_to_string.asl.json",
        math_add: "tests/machines/intrinsic/math_add.asl.json",
        math_random: "tests/machines/intrinsic/math_random.asl.json",
        nested: "tests/machines/intrinsic/nested.asl.json",
        nested_ten: "tests/machines/intrinsic/nested_ten.asl.json",
        random: "tests/machines/intrinsic/random.asl.json",
        random_bounds: "tests/machines/intrinsic/random_bounds.asl.json",
        string_split: "tests/machines/intrinsic/string_split.asl.json",
        string_to_json: "tests/machines/intrinsic/string_to_json.asl.json",
    }
    succeed {
        nothing: "tests/machines/succeed/nothing.asl.json",
        null_paths: "tests/machines/succeed/null_paths.asl.json",
        paths: "tests/machines/succeed/paths.asl.json",
    }
    fail {
        error_only: "tests/machines/fail/error_only.asl.json",
        intrinsic: "tests/machines/fail/intrinsic.asl.json",
        literals: "tests/machines/fail/literals.asl.json",
        nothing: "tests/machines/fail/nothing.asl.json",
        paths: "tests/machines/fail/paths.asl.json",
    }
    choice {
        combined: "tests/machines/choice/combined.asl.json",
        data_flow: "tests/machines/choice/data_flow.asl.json",
        first_match: "tests/machines/choice/first_match.asl.json",
        literals: "tests/machines/choice/literals.asl.json",
        no_default: "tests/machines/choice/no_default.asl.json",
        paths: "tests/machines/choice/paths.asl.json",
        types: "tests/machines/choice/types.asl.json",
    }
    wait {
        longest: "tests/machines/wait/longest.asl.json",
        seconds: "tests/machines/wait/seconds.asl.json",
        seconds_path: "tests/machines/wait/seconds_path.asl.json",
        timestamp: "tests/machines/wait/timestamp.asl.json",
        timestamp_path: "tests/machines/wait/timestamp_path.asl.json",
        zero: "tests/machines/wait/zero.asl.json",
    }
    task {
        event_ids: "tests/machines/task/event_ids.asl.json",
        input_path: "tests/machines/task/input_path.asl.json",
        input_path_null: "tests/machines/task/input_path_null.asl.json",
        nothing: "tests/machines/task/nothing.asl.json",
        output_path: "tests/machines/task/output_path.asl.json",
        output_path_null: "tests/machines/task/output_path_null.asl.json",
        parameters: "tests/machines/task/parameters.asl.json",
        parameters_constant: "tests/machines/task/parameters_constant.asl.json",
        result_path: "tests/machines/task/result_path.asl.json",
        result_path_null: "tests/machines/task/result_path_null.asl.json",
        result_selector: "tests/machines/task/result_selector.asl.json",
        runtime_is_not_caught: "tests/machines/task/runtime_is_not_caught.asl.json",
        whole_flow: "tests/machines/task/whole_flow.asl.json",
    }
    retry {
        all_fields: "tests/machines/retry/all_fields.asl.json",
        defaults: "tests/machines/retry/defaults.asl.json",
        never: "tests/machines/retry/never.asl.json",
        parameters: "tests/machines/retry/parameters.asl.json",
        per_retrier: "tests/machines/retry/per_retrier.asl.json",
        reset: "tests/machines/retry/reset.asl.json",
        wildcards: "tests/machines/retry/wildcards.asl.json",
    }
    catch {
        after_retry: "tests/machines/catch/after_retry.asl.json",
        default: "tests/machines/catch/default.asl.json",
        empty: "tests/machines/catch/empty.asl.json",
        first_match: "tests/machines/catch/first_match.asl.json",
        result_path: "tests/machines/catch/result_path.asl.json",
    }
    parallel {
        branches: "tests/machines/parallel/branches.asl.json",
        defaults: "tests/machines/parallel/defaults.asl.json",
        failing: "tests/machines/parallel/failing.asl.json",
        nested: "tests/machines/parallel/nested.asl.json",
    }
    map {
        batches: "tests/machines/map/batches.asl.json",
        concurrency: "tests/machines/map/concurrency.asl.json",
        defaults: "tests/machines/map/defaults.asl.json",
        distributed: "tests/machines/map/distributed.asl.json",
        failing: "tests/machines/map/failing.asl.json",
        items: "tests/machines/map/items.asl.json",
        legacy: "tests/machines/map/legacy.asl.json",
    }
    variables {
        caught: "tests/machines/variables/caught.asl.json",
        choice: "tests/machines/variables/choice.asl.json",
        distributed: "tests/machines/variables/distributed.asl.json",
        fields: "tests/machines/variables/fields.asl.json",
        limits: "tests/machines/variables/limits.asl.json",
        scopes: "tests/machines/variables/scopes.asl.json",
        swap: "tests/machines/variables/swap.asl.json",
        unassigned: "tests/machines/variables/unassigned.asl.json",
    }
    context {
        fields: "tests/machines/context/fields.asl.json",
        map_item: "tests/machines/context/map_item.asl.json",
        retry_count: "tests/machines/context/retry_count.asl.json",
        token: "tests/machines/context/token.asl.json",
    }
    timeout {
        machine: "tests/machines/timeout/machine.asl.json",
        paths: "tests/machines/timeout/paths.asl.json",
        seconds: "tests/machines/timeout/seconds.asl.json",
    }
}

#[test]
fn every_machine_is_compiled() {
    let mut found = cases::definitions("tests/machines");
    let mut compiled = COMPILED.to_vec();
    found.sort_unstable();
    compiled.sort_unstable();
    assert_eq!(found, compiled);
}
