//! A definition, resolved: all that a step looks at.

use std::time::Duration;

use asl_lang::ir;
use asl_lang::lower::is_random;
use asl_runtime::machine::checkpoint::untyped::Live;
use asl_runtime::machine::{Definition, Fingerprint, StateInfo};
use asl_runtime::value::Str;
use self_cell::self_cell;

use crate::Options;
use crate::checkpoint::Needs;
use crate::error::InvalidMachine;
use crate::resolver::Resolver;
use crate::state::State;
use crate::tables::Tables;

/// What a program is made of.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) machine: ir::Machine,
    pub(crate) options: Options,
}

// The runtime's tables are slices, so that a compiled machine has them as statics. What is owned
// here borrows in two steps: the tables from the source, the program from source and tables.
self_cell!(
    struct Tabulated {
        owner: Source,
        #[covariant]
        dependent: Tables,
    }
    impl {Debug}
);

self_cell!(
    pub(crate) struct Compiled {
        owner: Tabulated,
        #[covariant]
        dependent: Program,
    }
    impl {Debug}
);

/// A definition, resolved.
#[derive(Debug)]
pub(crate) struct Program<'a> {
    pub(crate) definition: Definition<'a>,
    pub(crate) infos: &'a [StateInfo<'a>],
    /// What each state needs of a frame.
    pub(crate) live: Box<[Live<'a>]>,
    pub(crate) states: Box<[State<'a>]>,
    /// The state that the machine starts with.
    pub(crate) start: usize,
    /// The names of the variables.
    pub(crate) variables: Box<[Str]>,
    /// The places of the variables that each `Assign` sets.
    pub(crate) assigned: Box<[Box<[usize]>]>,
    pub(crate) is_random: bool,
}

impl Compiled {
    /// Resolves a machine.
    pub(crate) fn resolve(source: Source) -> Result<Self, InvalidMachine> {
        let tabulated = Tabulated::try_new(source, |source| Tables::new(&source.machine))?;
        Self::try_new(tabulated, |tabulated| {
            Program::new(tabulated.borrow_owner(), tabulated.borrow_dependent())
        })
    }
}

impl<'a> Program<'a> {
    fn new(source: &'a Source, tables: &'a Tables<'a>) -> Result<Self, InvalidMachine> {
        let Source { machine, options } = source;
        let mut resolver = Resolver::new(machine);
        let states = machine.states.iter().zip(&tables.names);
        let states = states.map(|(state, names)| State::new(state, names, &mut resolver));
        Ok(Self {
            states: states.collect::<Result<_, _>>()?,
            definition: Definition {
                name: &options.name,
                fingerprint: Fingerprint::new(machine.fingerprint),
                timeout: machine.timeout_seconds.map(|s| Duration::from_secs(u64::from(s))),
                execution_type: options.execution_type,
                reads_context: tables.states.iter().any(|state| state.reads_context),
                states: &tables.states,
            },
            infos: &tables.states,
            live: tables.needs.iter().map(Needs::live).collect(),
            start: resolver.start(ir::ScopeId(0))?,
            variables: machine.variables.iter().map(|variable| Str::from(&variable.name)).collect(),
            assigned: resolver.finish(),
            is_random: machine.states.iter().any(is_random),
        })
    }
}
