//! The intermediate representation as text to read, for tests and for curious people.
//!
//! One line per step; `Input.id` is `$.id` where `$` is the register `Input`.

use crate::ir::{
    Assignment, Catcher, Distributed, Expr, ExprKind, Let, Literal, Machine, Map, MatchPattern,
    Operand, Parallel, Retrier, Root, Scope, ScopeId, State, StateId, StateKind, Task, TaskKey,
    Transition, Type, VariableId, WaitUntil,
};
use crate::path::Path;
use std::fmt::{self, Write};

/// Writes out a machine.
pub fn dump(machine: &Machine) -> String {
    let mut dump = Dump { machine, text: String::new() };
    // Writing to a `String` does not fail.
    let _ = dump.machine();
    dump.text
}

struct Dump<'a> {
    machine: &'a Machine,
    text: String,
}

impl Dump<'_> {
    fn machine(&mut self) -> fmt::Result {
        if let Some(seconds) = self.machine.timeout_seconds {
            writeln!(self.text, "timeout {seconds}")?;
        }
        for task in &self.machine.tasks {
            let key = match &task.key {
                TaskKey::Resource(resource) => resource.clone(),
                TaskKey::Target { resource, target } => format!("{resource} {target}"),
                TaskKey::State(name) => format!("state {name}"),
            };
            writeln!(self.text, "task {} = {key}", task.name)?;
        }
        self.machine.root().map_or(Ok(()), |scope| self.scope(scope))
    }

    /// A scope with those inside it, each behind the state that holds it.
    fn scope(&mut self, scope: &Scope) -> fmt::Result {
        writeln!(self.text, "start {}", self.name(scope.start))?;
        let mut states = scope.states.iter().filter_map(|id| self.machine.state(*id));
        states.try_for_each(|state| self.state(state))
    }

    fn inner(&mut self, name: &str, scope: ScopeId) -> fmt::Result {
        let inner = self.machine.scope(scope).map(|scope| {
            let mut inner = Dump { machine: self.machine, text: String::new() };
            inner.scope(scope).map(|()| inner.text)
        });
        writeln!(self.text, "  {name}")?;
        let text = inner.transpose()?.unwrap_or_default();
        text.lines().try_for_each(|line| writeln!(self.text, "    {line}"))
    }

    fn state(&mut self, state: &State) -> fmt::Result {
        let (kind, transition) = match &state.kind {
            StateKind::Pass(pass) => ("Pass", Some(pass.transition)),
            StateKind::Task(task) => ("Task", Some(task.transition)),
            StateKind::Choice(_) => ("Choice", None),
            StateKind::Wait(wait) => ("Wait", Some(wait.transition)),
            StateKind::Succeed(_) => ("Succeed", None),
            StateKind::Fail(_) => ("Fail", None),
            StateKind::Parallel(parallel) => ("Parallel", Some(parallel.transition)),
            StateKind::Map(map) if map.distributed.is_some() => {
                ("distributed Map", Some(map.transition))
            }
            StateKind::Map(map) => ("Map", Some(map.transition)),
        };
        write!(self.text, "{} = {kind}", state.name)?;
        match transition {
            Some(Transition::Next(next)) => writeln!(self.text, " -> {}", self.name(next))?,
            Some(Transition::End) => writeln!(self.text, " -> end")?,
            None => writeln!(self.text)?,
        }
        match &state.kind {
            StateKind::Pass(pass) => self.leave("  ", &pass.steps, &pass.assign),
            StateKind::Succeed(succeed) => self.steps("  ", &succeed.steps),
            StateKind::Task(task) => self.task(task),
            StateKind::Choice(choice) => {
                self.steps("  ", &choice.enter)?;
                for rule in &choice.rules {
                    let next = self.name(rule.next);
                    writeln!(self.text, "  if {} -> {next}", Text(&rule.condition))?;
                    // The way out is the state's own, but for an `Output` of the rule.
                    let steps = if rule.leave == choice.leave { &[] } else { &*rule.leave };
                    self.leave("    ", steps, &rule.assign)?;
                }
                if let Some(default) = choice.default {
                    writeln!(self.text, "  else -> {}", self.name(default))?;
                }
                self.leave("  ", &choice.leave, &choice.assign)
            }
            StateKind::Wait(wait) => {
                self.steps("  ", &wait.enter)?;
                match &wait.until {
                    WaitUntil::Seconds(seconds) => writeln!(self.text, "  wait {seconds} s")?,
                    WaitUntil::SecondsPath(path) => {
                        writeln!(self.text, "  wait {} s", Text(path))?;
                    }
                    WaitUntil::Timestamp(time) => writeln!(self.text, "  wait until {time}")?,
                    WaitUntil::TimestampPath(path) => {
                        writeln!(self.text, "  wait until {}", Text(path))?;
                    }
                }
                self.leave("  ", &wait.leave, &wait.assign)
            }
            StateKind::Fail(fail) => {
                self.field("error", fail.error.as_ref())?;
                self.field("cause", fail.cause.as_ref())
            }
            StateKind::Parallel(parallel) => self.parallel(parallel),
            StateKind::Map(map) => self.map(map),
        }
    }

    fn parallel(&mut self, parallel: &Parallel) -> fmt::Result {
        self.steps("  ", &parallel.enter)?;
        parallel.branches.iter().try_for_each(|branch| self.inner("branch", *branch))?;
        self.leave("  ", &parallel.leave, &parallel.assign)?;
        self.error_handling(&parallel.retry, &parallel.catch)
    }

    fn map(&mut self, map: &Map) -> fmt::Result {
        self.steps("  ", &map.enter)?;
        self.field("at most", map.max_concurrency.as_ref())?;
        self.field("with", map.item_selector.as_ref())?;
        if let Some(distributed) = &map.distributed {
            self.distributed(distributed)?;
        }
        self.inner("each", map.processor)?;
        self.leave("  ", &map.leave, &map.assign)?;
        self.error_handling(&map.retry, &map.catch)
    }

    fn distributed(&mut self, distributed: &Distributed) -> fmt::Result {
        if distributed.express {
            writeln!(self.text, "  express")?;
        }
        if let Some(label) = &distributed.label {
            writeln!(self.text, "  label {label:?}")?;
        }
        if let Some(reader) = &distributed.item_reader {
            writeln!(self.text, "  read {}", reader.resource.arn)?;
            self.field("  parameters", reader.parameters.as_ref())?;
            self.field("  at most", reader.config.max_items.as_ref())?;
        }
        if let Some(batcher) = &distributed.item_batcher {
            writeln!(self.text, "  in batches")?;
            self.field("  with", batcher.batch_input.as_ref())?;
            self.field("  of items", batcher.max_items_per_batch.as_ref())?;
            self.field("  of bytes", batcher.max_input_bytes_per_batch.as_ref())?;
        }
        if let Some(writer) = &distributed.result_writer {
            let arn = writer.resource.as_ref().map_or("nowhere", |resource| &resource.arn);
            writeln!(self.text, "  write {arn}")?;
            self.field("  parameters", writer.parameters.as_ref())?;
        }
        self.field("tolerates", distributed.tolerated_failure_count.as_ref())?;
        self.field("tolerates %", distributed.tolerated_failure_percentage.as_ref())
    }

    fn task(&mut self, task: &Task) -> fmt::Result {
        self.steps("  ", &task.enter)?;
        self.field("timeout", task.timeout.as_ref())?;
        self.field("heartbeat", task.heartbeat.as_ref())?;
        self.field("credentials", task.credentials.as_ref())?;
        let name = self.machine.tasks.get(task.task.0 as usize).map_or("?", |task| &task.name);
        writeln!(self.text, "  do {name}")?;
        self.leave("  ", &task.leave, &task.assign)?;
        self.error_handling(&task.retry, &task.catch)
    }

    fn error_handling(&mut self, retry: &[Retrier], catch: &[Catcher]) -> fmt::Result {
        for retrier in retry {
            let errors = retrier.error_equals.join(" | ");
            write!(
                self.text,
                "  retry {errors}: {} times after {} s * {:?}",
                retrier.max_attempts, retrier.interval_seconds, retrier.backoff_rate,
            )?;
            if let Some(seconds) = retrier.max_delay_seconds {
                write!(self.text, ", at most {seconds} s")?;
            }
            writeln!(self.text, ", jitter {:?}", retrier.jitter)?;
        }
        for catcher in catch {
            let (errors, next) = (catcher.error_equals.join(" | "), self.name(catcher.next));
            writeln!(self.text, "  catch {errors} -> {next}")?;
            self.leave("    ", &catcher.steps, &catcher.assign)?;
        }
        Ok(())
    }

    fn leave(&mut self, indent: &str, steps: &[Let], assign: &[Assignment]) -> fmt::Result {
        self.steps(indent, steps)?;
        for Assignment { variable, value } in assign {
            let name = self.variable(*variable).to_owned();
            writeln!(self.text, "{indent}${name} = {}", Text(value))?;
        }
        Ok(())
    }

    fn variable(&self, id: VariableId) -> &str {
        self.machine.variables.get(id.0 as usize).map_or("?", |variable| &variable.name)
    }

    fn steps(&mut self, indent: &str, steps: &[Let]) -> fmt::Result {
        for step in steps {
            write!(self.text, "{indent}{:?}", step.register)?;
            if step.value.ty != Type::Any {
                write!(self.text, ": {:?}", step.value.ty)?;
            }
            writeln!(self.text, " = {}", Text(&step.value))?;
        }
        Ok(())
    }

    fn field(&mut self, name: &str, value: Option<&Expr>) -> fmt::Result {
        match value {
            Some(value) => writeln!(self.text, "  {name} {}", Text(value)),
            None => Ok(()),
        }
    }

    fn name(&self, id: StateId) -> String {
        self.machine.state(id).map_or_else(|| "?".to_owned(), |state| state.name.clone())
    }
}

/// Something as the dump shows it.
struct Text<T>(T);

impl fmt::Display for Text<&Expr> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.kind {
            ExprKind::Literal(literal) => Text(literal).fmt(f),
            ExprKind::Register(register) => write!(f, "{register:?}"),
            ExprKind::Path { root, path, .. } => Text((*root, path)).fmt(f),
            ExprKind::Object(members) => {
                let members =
                    members.iter().map(|(name, value)| format!("{name:?}: {}", Text(value)));
                write!(f, "{{{}}}", joined(members, ", "))
            }
            ExprKind::Array(elements) => write!(f, "[{}]", joined(elements.iter().map(Text), ", ")),
            ExprKind::Insert { document, path, value } => {
                write!(f, "insert({document:?}, {path}, {})", Text(&**value))
            }
            ExprKind::Intrinsic { function, arguments, .. } => {
                write!(f, "{function:?}({})", joined(arguments.iter().map(Text), ", "))
            }
            ExprKind::Compare { comparison, variable, operand } => {
                write!(f, "{} {comparison:?} ", Text(&**variable))?;
                match operand {
                    Operand::Literal(literal) => Text(literal).fmt(f),
                    Operand::Path(path) => Text(&**path).fmt(f),
                }
            }
            ExprKind::Matches { variable, pattern: MatchPattern { parts } } => {
                write!(
                    f,
                    "{} matches {}",
                    Text(&**variable),
                    joined(parts.iter().map(Quoted), " * ")
                )
            }
            ExprKind::IsType { test, variable, expected } => {
                write!(f, "{} is {}{test:?}", Text(&**variable), not(*expected))
            }
            ExprKind::IsPresent { root, path, expected } => {
                write!(f, "{} is {}present", Text((*root, path)), not(*expected))
            }
            ExprKind::And(rules) => write!(f, "({})", joined(rules.iter().map(Text), " and ")),
            ExprKind::Or(rules) => write!(f, "({})", joined(rules.iter().map(Text), " or ")),
            ExprKind::Not(rule) => write!(f, "not {}", Text(&**rule)),
            ExprKind::Query(query) => write!(f, "{{% {} %}}", query.text),
        }
    }
}

impl fmt::Display for Text<&Literal> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Literal::Null => f.write_str("null"),
            Literal::Bool(value) => value.fmt(f),
            Literal::Integer(number) => number.fmt(f),
            Literal::Unsigned(number) => number.fmt(f),
            Literal::Number(number) => write!(f, "{number:?}"),
            Literal::String(text) => write!(f, "{text:?}"),
            Literal::Array(elements) => {
                write!(f, "[{}]", joined(elements.iter().map(Text), ", "))
            }
            Literal::Object(members) => {
                let members =
                    members.iter().map(|(name, value)| format!("{name:?}: {}", Text(value)));
                write!(f, "{{{}}}", joined(members, ", "))
            }
        }
    }
}

/// A path below a register. One into the context object or a variable is shown as written.
impl fmt::Display for Text<(Root, &Path)> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (root, path) = self.0;
        match root {
            Root::Register(root) => {
                write!(f, "{root:?}{}", path.text.trim().trim_start_matches('$'))
            }
            Root::Context | Root::Variable(_) => f.write_str(path.text.trim()),
        }
    }
}

struct Quoted<'a>(&'a String);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

fn not(expected: bool) -> &'static str {
    if expected { "" } else { "not " }
}

fn joined(items: impl Iterator<Item = impl fmt::Display>, separator: &str) -> String {
    let items: Vec<String> = items.map(|item| item.to_string()).collect();
    items.join(separator)
}
