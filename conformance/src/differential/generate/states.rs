//! States: one function for each type. Each leads on to what comes next.

use sfn::value::{Array, Object};
use sfn::{Value, json};
use sfn_conformance::MachineType;

use super::scene::{Kind, Scene};
use super::template::variable;
use super::work::integer;
use super::{Generator, data};

/// Parallels and Maps in each other.
const DEPTH: usize = 3;

/// Where a state leads to.
#[derive(Debug, Clone)]
pub(super) enum Exit {
    /// Another state.
    Next(String),
    /// The end of the scope.
    End,
}

/// The scope that states are written to.
#[derive(Debug, Default)]
pub(super) struct Scope {
    states: Object,
    depth: usize,
}

impl Generator {
    /// A scope with this many statements, as the members of a machine, branch or processor. Gives
    /// what its output may be.
    pub(super) fn scope(&mut self, scene: Scene, depth: usize, length: usize) -> (Object, Value) {
        let mut scope = Scope { depth, ..Scope::default() };
        let start = self.name();
        let scene = self.sequence(&mut scope, scene, length, start.clone(), &Exit::End);
        let mut members = Object::new();
        members.insert("StartAt", start);
        members.insert("States", scope.states);
        (members, scene.document)
    }

    fn name(&mut self) -> String {
        self.names += 1;
        format!("S{}", self.names)
    }

    fn sequence(
        &mut self,
        scope: &mut Scope,
        mut scene: Scene,
        length: usize,
        start: String,
        exit: &Exit,
    ) -> Scene {
        let mut name = start;
        for left in (0..length).rev() {
            let next = if left == 0 { exit.clone() } else { Exit::Next(self.name()) };
            scene = self.statement(scope, &scene, name, &next);
            match next {
                Exit::Next(next) => name = next,
                Exit::End => break,
            }
        }
        scene
    }

    /// A state, or a few, that lead on to `exit`.
    fn statement(&mut self, scope: &mut Scope, scene: &Scene, name: String, exit: &Exit) -> Scene {
        let nests = scope.depth < DEPTH && self.left > 0;
        self.left = self.left.saturating_sub(1);
        // Data that has become small is made anew.
        if scope.depth == 0 && scene.document.as_object().is_none_or(|object| object.len() < 3) {
            return self.restart(scope, scene, name, exit);
        }
        match self.random.below(24) {
            0..6 => self.pass(scope, scene, name, exit),
            6..12 => self.task(scope, scene, name, exit),
            12..15 => self.choice(scope, scene, name, exit),
            15 | 16 => self.wait(scope, scene, name, exit),
            17 => self.repeat(scope, scene, name, exit),
            18..21 if nests => self.parallel(scope, scene, name, exit),
            21..24 if nests => self.map(scope, scene, name, exit),
            _ => self.pass(scope, scene, name, exit),
        }
    }

    fn restart(&mut self, scope: &mut Scope, scene: &Scene, name: String, exit: &Exit) -> Scene {
        let mut state = typed("Pass");
        let input = scene.context.get("Execution").and_then(|e| e.get("Input")).cloned();
        state.insert("InputPath", "$$.Execution.Input");
        add(scope, name, state, exit);
        scene.seeing(input.unwrap_or_default())
    }

    fn pass(&mut self, scope: &mut Scope, scene: &Scene, name: String, exit: &Exit) -> Scene {
        let mut state = typed("Pass");
        let effective = self.input_path(&mut state, scene);
        let mut result = self.maybe_template(&mut state, "Parameters", 55, &effective);
        if self.random.percent(20) {
            result = self.any();
            state.insert("Result", result.clone());
        }
        self.leave(scope, state, scene, result, name, exit)
    }

    /// The end of a Pass, Task, Parallel or Map.
    fn leave(
        &mut self,
        scope: &mut Scope,
        mut state: Object,
        scene: &Scene,
        result: Value,
        name: String,
        exit: &Exit,
    ) -> Scene {
        let after = self.assign(&mut state, &scene.seeing(result.clone()), scope.depth);
        let output = self.result_path(&mut state, &scene.document, result);
        let output = self.output_path(&mut state, scene, output);
        add(scope, name, state, exit);
        after.seeing(output)
    }

    fn task(&mut self, scope: &mut Scope, scene: &Scene, name: String, exit: &Exit) -> Scene {
        let mut state = typed("Task");
        let effective = self.input_path(&mut state, scene);
        let result = self.work(&name, &mut state, &effective);
        self.maybe_template(&mut state, "Parameters", 50, &with_retry_count(&effective));
        self.worked(scope, state, scene, result, name, exit)
    }

    /// The end of a Task, Parallel or Map.
    fn worked(
        &mut self,
        scope: &mut Scope,
        mut state: Object,
        scene: &Scene,
        result: Value,
        name: String,
        exit: &Exit,
    ) -> Scene {
        let usual = self.muddle();
        let seen = with_retry_count(&scene.seeing(result));
        let result = self.maybe_template(&mut state, "ResultSelector", 35, &seen);
        let muddled = std::mem::replace(&mut self.mistakes, usual);
        self.retry(&mut state);
        let caught = self.catch(scope, &mut state, scene, exit);
        self.mistakes = muddled;
        let after = self.leave(scope, state, scene, result, name, exit);
        self.mistakes = usual;
        caught.into_iter().fold(after, |one, other| one.or(&other))
    }

    /// Adds `Catch` now and then. Gives what is seen by the way of each catcher.
    fn catch(
        &mut self,
        scope: &mut Scope,
        state: &mut Object,
        scene: &Scene,
        exit: &Exit,
    ) -> Vec<Scene> {
        let mut ways = Vec::new();
        if !self.random.percent(55) {
            return ways;
        }
        let mut catchers = Array::new();
        let count = self.random.between(1, 2);
        for index in 0..count {
            let mut catcher = Object::new();
            catcher.insert("ErrorEquals", self.errors(index + 1 == count));
            let output = json!({ "Error": "Shop.Closed", "Cause": "not today" });
            let after = self.assign(&mut catcher, &scene.seeing(output.clone()), scope.depth);
            let output = self.result_path(&mut catcher, &scene.document, output);
            ways.extend(self.arm(scope, &mut catcher, "Next", after.seeing(output), exit));
            catchers.push(catcher);
        }
        state.insert("Catch", catchers);
        ways
    }

    /// Leads to `exit`, or to states of their own that lead there or end. Gives what is seen by
    /// that way at `exit`, if it leads there.
    fn arm(
        &mut self,
        scope: &mut Scope,
        holder: &mut Object,
        field: &str,
        scene: Scene,
        exit: &Exit,
    ) -> Option<Scene> {
        if let Exit::Next(next) = exit
            && self.random.percent(35)
        {
            holder.insert(field, next.clone());
            return Some(scene);
        }
        let start = self.name();
        holder.insert(field, start.clone());
        if self.random.percent(12) {
            self.last(scope, &scene, start);
            return None;
        }
        let length = self.random.between(1, 2);
        Some(self.sequence(scope, scene, length, start, exit))
    }

    /// A Succeed or Fail state.
    fn last(&mut self, scope: &mut Scope, scene: &Scene, name: String) {
        if self.random.percent(60) {
            let mut state = typed("Succeed");
            let effective = self.input_path(&mut state, scene);
            let output = effective.document.clone();
            self.output_path(&mut state, &effective, output);
            scope.states.insert(name, state);
            return;
        }
        let mut state = typed("Fail");
        for field in ["Error", "Cause"] {
            match self.random.below(3) {
                0 => {
                    state.insert(field, self.random.one_of(&["Shop.Closed", "Shop.Full"]));
                }
                1 => {
                    let (text, _) = self.computed_text(scene);
                    state.insert(format!("{field}Path"), text);
                }
                _ => {}
            }
        }
        scope.states.insert(name, state);
    }

    fn choice(&mut self, scope: &mut Scope, scene: &Scene, name: String, exit: &Exit) -> Scene {
        let mut state = typed("Choice");
        let effective = self.input_path(&mut state, scene);
        let output = self.output_path(&mut state, &effective, effective.document.clone());
        let mut ways = Vec::new();
        let mut choices = Array::new();
        for _ in 0..self.random.between(1, 3) {
            let mut rule = self.rule(&effective, 2);
            let after = self.assign(&mut rule, &effective, scope.depth);
            ways.extend(self.arm(scope, &mut rule, "Next", after.seeing(output.clone()), exit));
            choices.push(rule);
        }
        state.insert("Choices", choices);
        // `exit` has to be reached somehow.
        if ways.is_empty() || self.random.percent(96) {
            let after = self.assign(&mut state, &effective, scope.depth).seeing(output);
            match exit {
                Exit::Next(next) => {
                    state.insert("Default", next.clone());
                    ways.push(after);
                }
                Exit::End => {
                    ways.extend(self.arm(scope, &mut state, "Default", after, exit));
                }
            }
        }
        scope.states.insert(name, state);
        ways.into_iter().reduce(|one, other| one.or(&other)).unwrap_or_else(|| scene.clone())
    }

    fn wait(&mut self, scope: &mut Scope, scene: &Scene, name: String, exit: &Exit) -> Scene {
        let mut state = typed("Wait");
        let effective = self.input_path(&mut state, scene);
        match self.random.below(4) {
            0 => drop(state.insert("Seconds", integer(self.random.below(4)))),
            1 => drop(state.insert("Timestamp", data::time(&mut self.random))),
            2 => drop(state.insert("SecondsPath", self.reference(&effective, Kind::Count).0)),
            _ => drop(state.insert("TimestampPath", self.reference(&effective, Kind::Time).0)),
        }
        let after = self.assign(&mut state, &effective, scope.depth);
        let output = self.output_path(&mut state, &effective, effective.document.clone());
        add(scope, name, state, exit);
        after.seeing(output)
    }

    /// A few states that are gone through several times.
    fn repeat(&mut self, scope: &mut Scope, scene: &Scene, name: String, exit: &Exit) -> Scene {
        let counter = format!("{}Times{}", variable(scope.depth, 0), self.names);
        let (first, check) = (self.name(), self.name());
        let mut state = typed("Pass");
        state.insert("Assign", json!({ (counter.clone()): 0 }));
        add(scope, name, state, &Exit::Next(first.clone()));
        let mut inside = scene.clone();
        inside.variables.insert(counter.clone(), 0.into());
        let length = self.random.between(1, 2);
        let to_check = Exit::Next(check.clone());
        let after = self.sequence(scope, inside, length, first.clone(), &to_check);
        let leave = match exit {
            Exit::Next(next) => next.clone(),
            Exit::End => {
                let last = self.name();
                add(scope, last.clone(), typed("Pass"), exit);
                last
            }
        };
        let choice = json!({
            "Type": "Choice",
            "Choices": [{
                "Variable": format!("${counter}"),
                "NumericLessThan": 2,
                "Assign": { (format!("{counter}.$")): format!("States.MathAdd(${counter}, 1)") },
                "Next": first
            }],
            "Default": leave
        });
        scope.states.insert(check, choice);
        after
    }

    fn parallel(&mut self, scope: &mut Scope, scene: &Scene, name: String, exit: &Exit) -> Scene {
        let mut state = typed("Parallel");
        let effective = self.input_path(&mut state, scene);
        let parameters = with_retry_count(&effective);
        let input = self.maybe_template(&mut state, "Parameters", 40, &parameters);
        let (mut branches, mut outputs) = (Array::new(), Array::new());
        for _ in 0..self.random.between(1, 3) {
            let length = self.random.between(1, 3);
            let inside = scene.seeing(input.clone());
            let (branch, output) = self.scope(inside, scope.depth + 1, length);
            branches.push(branch);
            outputs.push(output);
        }
        state.insert("Branches", branches);
        self.worked(scope, state, scene, outputs.into(), name, exit)
    }

    fn map(&mut self, scope: &mut Scope, scene: &Scene, name: String, exit: &Exit) -> Scene {
        let mut state = typed("Map");
        let effective = self.input_path(&mut state, scene);
        let (path, items) = self.reference(&effective, Kind::Array);
        if items.as_array().is_none() && !self.random.percent(10) {
            // There is nothing to go through.
            return self.parallel(scope, scene, name, exit);
        }
        state.insert("ItemsPath", path);
        let item = items.as_array().and_then(|items| items.first().cloned()).unwrap_or_default();
        let of_item = effective.of_item(item.clone());
        let selector = self.random.one_of(&["ItemSelector", "ItemSelector", "Parameters"]);
        let selected = self.maybe_template(&mut state, selector, 40, &of_item);
        let mut input = if state.contains_key(selector) { selected } else { item };
        match self.random.below(8) {
            0..3 => drop(state.insert("MaxConcurrency", integer(self.random.below(4)))),
            3 => {
                let (path, _) = self.reference(&effective, Kind::Count);
                state.insert("MaxConcurrencyPath", path);
            }
            _ => {}
        }
        let distributed = self.machine_type == MachineType::Standard && self.random.percent(20);
        if distributed {
            input = self.distributed(&mut state, &effective, input);
        }
        let inside = match distributed {
            true => of_item.of_execution(&input),
            false => of_item.seeing(input),
        };
        let length = self.random.between(1, 3);
        let (mut processor, output) = self.scope(inside, scope.depth + 1, length);
        let config = match (distributed, self.random.below(3)) {
            (true, 0) => Some(json!({ "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" })),
            (true, _) => Some(json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" })),
            (false, 0) => Some(json!({ "Mode": "INLINE" })),
            (false, _) => None,
        };
        let mut field = "ItemProcessor";
        match config {
            Some(config) => drop(processor.insert("ProcessorConfig", config)),
            None if self.random.percent(20) => field = "Iterator",
            None => {}
        }
        state.insert(field, processor);
        self.worked(scope, state, scene, json!([output.clone(), output]), name, exit)
    }

    /// The fields of a Distributed Map. Gives what its executions are started with.
    fn distributed(&mut self, state: &mut Object, scene: &Scene, item: Value) -> Value {
        match self.random.below(4) {
            0 => drop(state.insert("ToleratedFailureCount", integer(self.random.below(3)))),
            1 => drop(state.insert("ToleratedFailurePercentage", self.random.one_of(&[0.0, 50.0]))),
            2 => {
                let (path, _) = self.reference(scene, Kind::Count);
                state.insert("ToleratedFailureCountPath", path);
            }
            _ => {}
        }
        if !self.random.percent(40) {
            return item;
        }
        let mut batcher = Object::new();
        batcher.insert("MaxItemsPerBatch", integer(self.random.between(1, 3)));
        let mut input = Object::new();
        if self.random.percent(50) {
            let (template, value) = self.template(scene);
            batcher.insert("BatchInput", template);
            input.insert("BatchInput", value);
        }
        input.insert("Items", json!([item]));
        state.insert("ItemBatcher", batcher);
        input.into()
    }
}

fn typed(name: &str) -> Object {
    let mut state = Object::new();
    state.insert("Type", name);
    state
}

/// Adds a state that leads to `exit`.
fn add(scope: &mut Scope, name: String, mut state: Object, exit: &Exit) {
    match exit {
        Exit::Next(next) => drop(state.insert("Next", next.clone())),
        Exit::End => drop(state.insert("End", true)),
    }
    scope.states.insert(name, state);
}

/// The scene where the state counts how often it was tried.
fn with_retry_count(scene: &Scene) -> Scene {
    let mut scene = scene.clone();
    if let Some(context) = scene.context.as_object_mut()
        && let Some(state) = context.get_mut("State").and_then(Value::as_object_mut)
    {
        state.insert("RetryCount", 0);
    }
    scene
}
