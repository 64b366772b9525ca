//! The Rust of all machines of a build script.

use std::collections::BTreeMap;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Item, parse_quote};

use super::report::Report;
use super::{Builder, Machine, files, machine};
use crate::compile::{Unused, compile, stub};
use crate::declaration::Declaration;
use crate::declaration::locate::locate;
use crate::definition::{Text, read};

/// What a build script makes.
pub(super) struct Generated {
    /// The text of the output.
    pub(super) code: String,
    /// What it tells cargo, a line each.
    pub(super) directives: Vec<String>,
}

const HEADER: &str =
    "// Made by `asl_codegen::compile()` in the build script: not to be edited.\n\n";

/// Compiles all machines of a builder.
pub(super) fn generate(builder: &Builder, manifest_dir: &Path) -> Generated {
    let mut report = Report::default();
    let facade = facade(builder, &mut report);
    let machines = machines(builder, manifest_dir, &mut report);
    let mut code = TokenStream::new();
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    let mut shared = Shared::new(builder);
    for machine in &machines {
        let Some(declaration) = machine.declaration(builder, &mut report) else { continue };
        let name = declaration.name.to_string();
        if let Some(other) = names.get(&name) {
            report.error_in(&machine.path, &same_name(&name, other, &machine.path));
            continue;
        }
        names.insert(name, &machine.path);
        let one = One { machine, declaration: &declaration, facade: &facade, manifest_dir };
        code.extend(one.compile(&mut shared, &mut report));
    }
    shared.report(&mut report);
    let (directives, errors) = report.finish();
    code.extend(errors);
    Generated { code: format!("{HEADER}{}", text(code)), directives }
}

/// The machines named and those that patterns stand for.
fn machines(builder: &Builder, manifest_dir: &Path, report: &mut Report) -> Vec<Machine> {
    if builder.machines.is_empty() && builder.globs.is_empty() {
        report.error(
            "there is nothing to compile\nhelp: write `.glob(\"workflows/*.asl.json\")` before `.run()`",
        );
    }
    let mut machines = builder.machines.clone();
    for pattern in &builder.globs {
        let folder = files::folder(pattern);
        let found = folder.and_then(|folder| {
            report.depends_on(&folder.to_string_lossy());
            files::matching(pattern, manifest_dir)
        });
        match found {
            Ok(paths) => {
                for path in paths {
                    let known = |other: &Machine| files::is_same(&other.path, &path, manifest_dir);
                    if !machines.iter().any(known) {
                        machines.push(machine(path));
                    }
                }
            }
            Err(message) => report.error(&message),
        }
    }
    machines
}

/// The path of the facade, `::sfn` if what was said is none.
fn facade(builder: &Builder, report: &mut Report) -> TokenStream {
    let path = &builder.runtime_path;
    match syn::parse_str::<syn::Path>(path) {
        Ok(path) => quote! { #path },
        Err(_) => {
            report
                .error(&format!("`{path}` is not a path\nhelp: write `.runtime_path(\"::sfn\")`"));
            quote! { ::sfn }
        }
    }
}

fn same_name(name: &str, other: &str, path: &str) -> String {
    format!(
        "there is a machine `{name}` already, that of `{other}`\n\
         help: give this one another name: `.machine(asl_codegen::machine(\"{path}\").named(\"…\"))`"
    )
}

/// One machine on its way.
struct One<'a> {
    machine: &'a Machine,
    declaration: &'a Declaration,
    facade: &'a TokenStream,
    manifest_dir: &'a Path,
}

impl One<'_> {
    fn compile(&self, shared: &mut Shared<'_>, report: &mut Report) -> TokenStream {
        let path = &self.machine.path;
        report.depends_on(path);
        let text = match self.text() {
            Ok(text) => text,
            Err(message) => {
                report.error(&message);
                shared.take_all();
                return stub(self.declaration, self.facade);
            }
        };
        let compiled = compile(self.declaration, &text, self.facade);
        report.diagnostics(&compiled.diagnostics, &text.source);
        report.findings(path, compiled.findings);
        for unused in &compiled.unused {
            if self.machine.substitutes(&unused.name) {
                report.error_in(path, &unused.message);
            }
        }
        shared.take_all_but(&compiled.unused);
        compiled.rust
    }

    fn text(&self) -> Result<Text, String> {
        let path = &self.machine.path;
        let file = locate(path, self.manifest_dir, None).map_err(|error| error.to_string())?;
        Ok(Text::from_bytes(path, &read(&file, path)?))
    }
}

/// The substitutions for all machines, of which each has to be taken by one.
struct Shared<'a> {
    untaken: Vec<&'a str>,
}

impl<'a> Shared<'a> {
    fn new(builder: &'a Builder) -> Self {
        Self { untaken: builder.substitutions.iter().map(|(name, _)| name.as_str()).collect() }
    }

    fn take_all(&mut self) {
        self.untaken.clear();
    }

    fn take_all_but(&mut self, unused: &[Unused]) {
        self.untaken.retain(|name| unused.iter().any(|unused| unused.name == *name));
    }

    fn report(&self, report: &mut Report) {
        for name in &self.untaken {
            report.warning(&format!("the substitution `{name}` is used by no definition"));
        }
    }
}

/// The code for people; as it is, if it is none that can be formatted.
fn text(code: TokenStream) -> String {
    let Ok(mut file) = syn::parse2::<syn::File>(code.clone()) else { return code.to_string() };
    file.items.iter_mut().for_each(allow);
    prettyplease::unparse(&file)
}

/// Spares the caller what lints say of an item. They take it for the caller's own, as they do not
/// where a macro makes it.
fn allow(item: &mut Item) {
    let attributes = match item {
        Item::Const(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        _ => return,
    };
    attributes.push(parse_quote! {
        #[allow(dead_code, reason = "not every crate uses all of a machine")]
    });
    attributes.push(parse_quote! {
        #[allow(unreachable_pub, unused_qualifications, reason = "right wherever it is included")]
    });
    attributes.push(parse_quote! {
        #[allow(missing_debug_implementations, unnameable_types, reason = "what is private to it")]
    });
    attributes.push(parse_quote! {
        #[allow(
            clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction,
            reason = "nobody is to edit it"
        )]
    });
}
