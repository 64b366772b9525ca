//! The examples that `--help` shows. A test runs them all.

pub(crate) const ASL: &str = "\
Examples:
  $ asl check workflows
  $ asl run order.asl.json --input '{\"id\": 7}' --mock mocks.json --history
  $ asl fmt --check workflows
  $ asl check --help";

pub(crate) const CHECK: &str = "\
Examples:
  $ asl check order.asl.json
  $ asl check workflows --deny warnings
  $ asl check workflows --express --set Table=orders
  $ asl check workflows --format sarif > asl.sarif
  $ cat order.asl.json | asl check -";

pub(crate) const EXPAND: &str = "\
Examples:
  $ asl expand order.asl.json
  $ asl expand order.asl.json --name Checkout --express | less";

pub(crate) const RUN: &str = "\
Examples:
  $ asl run order.asl.json --input '{\"id\": 7}' --mock mocks.json
  $ asl run order.asl.json --input @order.json --mock mocks.json --history
  $ asl run order.asl.json --mock MockConfigFile.json --case HappyPath --trace
  $ asl run order.asl.json --mock mocks.json --clock 2025-01-01T00:00:00Z --seed 1 --history=json";

pub(crate) const EVAL: &str = "\
Examples:
  $ asl eval '$sum(items.price)' --input '{\"items\": [{\"price\": 1}, {\"price\": 2}]}'
  $ asl eval '$states.input.id & $suffix' --input @order.json --bind 'suffix=\"-a\"'
  $ asl eval '$.items[0]' --input '{\"items\": [1, 2]}'
  $ asl eval \"States.Format('Order {}', $.id)\" --input @order.json";

pub(crate) const TEST_STATE: &str = "\
Examples:
  $ asl test-state order.asl.json --state Charge --mock '{\"result\": {\"paid\": true}}'
  $ asl test-state order.asl.json --state Charge --mock '{\"errorOutput\": {\"error\": \"Busy\"}}'
  $ echo '{\"Type\": \"Pass\", \"InputPath\": \"$.a\", \"End\": true}' | asl test-state - --input '{\"a\": 1}'";

pub(crate) const GRAPH: &str = "\
Examples:
  $ asl graph order.asl.json -o order.svg
  $ asl graph order.asl.json --theme dark > order.svg
  $ asl graph order.asl.json --format mermaid
  $ asl graph order.rs --machine OrderFlow -o order.svg";

pub(crate) const FMT: &str = "\
Examples:
  $ asl fmt order.asl.json
  $ asl fmt --check workflows
  $ cat order.asl.json | asl fmt -";

pub(crate) const EXPLAIN: &str = "\
Examples:
  $ asl explain
  $ asl explain ASL0301";

pub(crate) const COMPLETIONS: &str = "\
Examples:
  $ asl completions bash > asl.bash
  $ asl completions zsh > _asl";
